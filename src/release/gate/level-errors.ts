import type { GateFigures } from './gate-figures.ts';
import { placeErrors } from './place-errors.ts';

/** |published − raw| of the trips that end in the areas of one level with all in them, by week and mode: exact, so privileged. */
export type LevelError = {
  readonly level: string;
  readonly figures: number;
  readonly mean: number;
  readonly largest: number;
};

/** The exact errors by level; `levels` by area code. Areas and modes without an error in any week are left out. */
export function levelErrors(
  figures: GateFigures,
  levels: ReadonlyMap<string, string>,
): readonly LevelError[] {
  const { areas, modes, weeks } = figures.raw;
  const errors = placeErrors(figures).map(Math.abs);
  const found = new Map<string, { figures: number; sum: number; largest: number }>();
  for (let first = 0; first < errors.length; first += weeks.length) {
    const column = errors.subarray(first, first + weeks.length);
    if (column.every((error) => error === 0)) continue;
    const code = areas.codes[Math.floor(first / weeks.length / modes.length)] ?? '';
    const level = levels.get(code) ?? '';
    const of = found.get(level) ?? { figures: 0, sum: 0, largest: 0 };
    found.set(level, {
      figures: of.figures + column.length,
      sum: column.reduce((sum, error) => sum + error, of.sum),
      largest: column.reduce((most, error) => Math.max(most, error), of.largest),
    });
  }
  return [...found].map(([level, of]) => ({
    level,
    figures: of.figures,
    mean: of.sum / of.figures,
    largest: of.largest,
  }));
}
