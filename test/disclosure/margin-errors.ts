import type { ReferenceCell } from '#test/disclosure/reference-table.ts';

/** |drawn − true| of every margin {area, region, all} × {destination, all} × {week, all}, by name: `from|to|week`. */
export type MarginErrors = ReadonlyMap<string, number>;

/** The errors of a draw of some cells. `all`: every cell of the table, so that margins without a draw count as 0. */
export function marginErrors(
  all: readonly ReferenceCell[],
  drawnCells: readonly ReferenceCell[],
  drawn: ArrayLike<number>,
): MarginErrors {
  const isCube = all.some(({ week }) => week !== all[0]?.week);
  const errors = new Map<string, number>();
  const add = ({ from, region, to, week }: ReferenceCell, error: number): void => {
    for (const origin of [from, `region ${region}`, 'all'])
      for (const destination of [to, 'all'])
        for (const when of isCube ? [week, 'all'] : [week]) {
          const margin = `${origin}|${destination}|${when}`;
          errors.set(margin, (errors.get(margin) ?? 0) + error);
        }
  };
  for (const cell of all) add(cell, 0);
  drawnCells.forEach((cell, index) => add(cell, (drawn[index] ?? 0) - cell.count));
  return new Map([...errors].map(([margin, error]) => [margin, Math.abs(error)]));
}

const chosen = (errors: MarginErrors, pattern: RegExp): readonly number[] =>
  [...errors].filter(([margin]) => pattern.test(margin)).map(([, error]) => error);

/** The largest error of the margins whose name fits. */
export const largestError = (errors: MarginErrors, pattern: RegExp): number =>
  chosen(errors, pattern).reduce((most, error) => Math.max(most, error), 0);

/** The mean error of the margins whose name fits. */
export const meanError = (errors: MarginErrors, pattern: RegExp): number => {
  const found = chosen(errors, pattern);
  return found.reduce((sum, error) => sum + error, 0) / found.length;
};

/** Which margins, by name. */
export const margins = {
  every: /./u,
  cellsAndTotals: /^(?!region)/u,
  rows: /^(?!region|all)[^|]+\|all\|(?!all)/u,
  columns: /^all\|(?!all)[^|]+\|(?!all)/u,
  regionWeeks: /^region [^|]+\|all\|(?!all)/u,
  overAllWeeks: /\|all$/u,
  pairsOverAllWeeks: /^(?!region|all)[^|]+\|(?!all)[^|]+\|all$/u,
} as const;
