import type { CellsBehind } from '#test/attack/cells-behind.ts';
import type { Trips } from '#test/attack/statement.ts';
import type { Figure } from '#test/attack/subject.ts';
import type { TrueCell } from '#test/attack/truth.ts';

/** A figure as it was told, whichever face told it. */
export type ToldFigure = Figure & { readonly trips: Trips };

const mean = (cells: readonly TrueCell[], value: 'x' | 'y', { time }: Figure): number =>
  cells.reduce((sum, cell) => sum + cell[value], 0) / time.dates.length;

/** A figure in words, for whoever reads what is wrong with it. */
export const nameFigure = ({ subject, time: { grain, dates } }: Figure): string =>
  `${subject.key}, ${dates.length === 1 ? grain : `mean of ${grain}s`} ${dates.join(', ')}`;

/** How a protected, or raw, mean would be shown. */
export function shownMean(
  figure: Figure,
  { cells }: CellsBehind,
  { value, rounding }: { readonly value: 'x' | 'y'; readonly rounding: number },
): number {
  return Math.floor(mean(cells(figure), value, figure) / rounding + 0.5) * rounding;
}

function checkMark(told: ToldFigure, behind: CellsBehind): string | undefined {
  const { bound, trips } = told;
  const hasDays = told.time.grain === 'week' || behind.splits(told, bound);
  if (trips === '[z]' && hasDays) return `${nameFigure(told)}: said to have no figures by day`;
  if (trips === '[z]') return undefined;
  const value = mean(behind.cells(told), 'y', told);
  return value < 2 * bound
    ? undefined
    : `${nameFigure(told)}: withheld, though ${value} is no less than 2E`;
}

/** A figure must be the rounded sum, or mean, of protected values; it is withheld below 2E, and only there. */
export function checkStatement(
  told: ToldFigure,
  behind: CellsBehind,
  rounding: number,
): string | undefined {
  if (typeof told.trips === 'string') return checkMark(told, behind);
  const value = mean(behind.cells(told), 'y', told);
  if (value < 2 * told.bound)
    return `${nameFigure(told)}: said ${told.trips}, though ${value} is below 2E`;
  const shown = shownMean(told, behind, { value: 'y', rounding });
  if (told.trips === shown) return undefined;
  const raw = shownMean(told, behind, { value: 'x', rounding });
  return `${nameFigure(told)}: said ${told.trips}, protected ${shown}, raw ${raw}`;
}
