import { roundDependently } from '#src/disclosure/dependent-rounding.ts';
import { roundWithoutOrder } from '#test/disclosure/round-without-order.ts';
import {
  referenceBlock,
  weeksOf,
  type ReferenceCell,
  type ReferenceTable,
} from '#test/disclosure/reference-table.ts';
import { someKey } from '#test/disclosure/some-key.ts';

/** Threshold and base of the reference tables. */
export const referenceBase = 10;

/** The small cells, and what each was drawn as. */
export type ReferenceDraw = {
  readonly cells: readonly ReferenceCell[];
  readonly drawn: ArrayLike<number>;
};

const smallCells = ({ cells }: ReferenceTable): readonly ReferenceCell[] =>
  cells.filter(({ count }) => count > 0 && count < referenceBase);

/** Draws a reference table as a release is drawn, all of its weeks together. */
export function drawReference(table: ReferenceTable, key: number): ReferenceDraw {
  const cells = smallCells(table);
  const block = referenceBlock(cells, table.at, weeksOf(table.cells));
  const drawn = roundDependently(block, referenceBase, table.levels, someKey(key)('table'));
  return { cells, drawn };
}

/** Draws it week by week and without any order, for comparison. */
export function drawUnordered(table: ReferenceTable, key: number): ReferenceDraw {
  const weeks = Map.groupBy(smallCells(table), ({ week }) => week);
  const drawn = [...weeks].flatMap(([week, cells]) =>
    roundWithoutOrder(
      cells.map(({ from }) => from),
      cells.map(({ to }) => to),
      cells.map(({ count }) => count),
      referenceBase,
      someKey(key)(week),
    ),
  );
  return { cells: [...weeks.values()].flat(), drawn };
}
