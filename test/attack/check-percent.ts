import type { CellsBehind } from '#test/attack/cells-behind.ts';
import { nameFigure } from '#test/attack/check-statement.ts';
import type { PercentStatement } from '#test/attack/statement.ts';
import type { Figure } from '#test/attack/subject.ts';

/** A percentage as it was told, whichever face told it. */
export type ToldPercent = Omit<PercentStatement, 'face'>;

/** Halves may fall to either side by the error of a double. */
const tiny = 1e-9;

function percentOf({ form, part, base }: ToldPercent, { cells }: CellsBehind, value: 'x' | 'y') {
  const mean = (figure: Figure): number =>
    cells(figure).reduce((sum, cell) => sum + cell[value], 0) / figure.time.dates.length;
  const share = (100 * mean(part)) / mean(base);
  return { percent: form === 'change' ? share - 100 : share, of: mean(base) };
}

/** To what a percentage of a mean may be said under its error bound. Source: docs/policy.md, paragraph 10. */
function precisionOf(mean: number, bound: number): 1 | 5 | undefined {
  if (mean < 20 * bound) return undefined;
  return mean < 100 * bound ? 5 : 1;
}

const isMost = (said: number, percent: number): boolean =>
  said >= percent - tiny && said < percent + 1 + tiny;

/** A percentage must be that of protected values, to whole per cents or to the nearest 5, and only of what is at least 20E. */
export function checkPercent(told: ToldPercent, behind: CellsBehind): string | undefined {
  const { form, part, base, percent: said } = told;
  const { percent, of } = percentOf(told, behind, 'y');
  const name = `${form} of ${nameFigure(part)} against ${nameFigure(base)}`;
  const raw = percentOf(told, behind, 'x').percent.toFixed(2);
  const wrong = `${name}: said ${said} %, protected ${percent.toFixed(2)} %, raw ${raw} %`;
  if (form === 'atMost') return said >= percent - tiny ? undefined : wrong;
  if (form === 'most') return isMost(said, percent) ? undefined : wrong;
  const to = precisionOf(of, base.bound);
  if (to === undefined) return `${name}: said ${said} %, though ${of} is below 20E`;
  return said % to === 0 && Math.abs(said - percent) <= to / 2 + tiny ? undefined : wrong;
}
