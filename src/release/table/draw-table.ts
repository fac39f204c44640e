import { roundDependently, type Block } from '#src/disclosure/dependent-rounding.ts';
import { laminarLevels, type LaminarLevel } from '#src/disclosure/laminar-levels.ts';
import type { KeyedStream } from '#src/ports.ts';
import { offsetsOf, positionOn, type Grid } from './grid.ts';
import type { JudgedTable } from './judge-table.ts';

/** `stream` must hold the secret key. `name`: what the table is of, the same for every run on it. */
export type TableDraw = {
  readonly stream: KeyedStream;
  readonly name: string;
  readonly base: number;
};

/**
 * The published cells by index of the grid, margins not yet filled in. Each block (its keys beyond the third fixed) is drawn by itself.
 * A sensitive cell of b or more is b without a draw. Source: docs/policy.md, paragraph 5.
 */
export function drawTable(
  grid: Grid,
  { capped, sensitive }: JudgedTable,
  { stream, name, base }: TableDraw,
): Float64Array {
  const published = Float64Array.from(capped);
  const levels = levelsOf(grid);
  const within = offsetsOf(
    grid,
    [2, 0, 1].filter((key) => key < grid.axes.length),
  );
  for (const block of offsetsOf(grid, furtherKeys(grid))) {
    const open = within
      .map((offset) => block + offset)
      .filter((cell) => sensitive[cell] === 1 && (capped[cell] ?? 0) < base);
    const drawn = roundDependently(
      blockOf(grid, capped, open),
      base,
      levels,
      stream(labelOf(grid, name, block)),
    );
    for (const [at, cell] of open.entries()) published[cell] = drawn[at] ?? 0;
  }
  return published;
}

const furtherKeys = ({ axes }: Grid): readonly number[] => axes.slice(3).map((_, at) => at + 3);

/** Cells by their places on the first three keys; where a key is not there, all are in one place. */
function blockOf(grid: Grid, capped: Float64Array, cells: readonly number[]): Block {
  const on = (key: number): Int32Array =>
    Int32Array.from(cells, (cell) => (key < grid.axes.length ? positionOn(grid, key, cell) : 0));
  const origins = grid.axes[0]?.labels.length ?? 0;
  const layer = new Map(grid.axes[2]?.leaves.map((position, number) => [position, number]));
  return {
    origin: on(0),
    destination: on(1).map((place) => origins + place),
    week: on(2).map((position) => layer.get(position) ?? 0),
    trips: Float64Array.from(cells, (cell) => capped[cell] ?? 0),
  };
}

/** The two sides' places as one geography, the second side's numbered after the first's. With one key, the other side is one place. */
function levelsOf({ axes }: Grid): readonly LaminarLevel[] {
  const { labels, above } = axes[0] ?? { labels: [], above: [] };
  const other = axes[1] ?? { labels: [''], above: [-1] };
  const codes = [...labels, ...other.labels];
  return laminarLevels({
    codes,
    parent: Int32Array.from([
      ...above,
      ...other.above.map((place) => (place < 0 ? -1 : place + labels.length)),
    ]),
    elsewhere: new Int32Array(codes.length).fill(-1),
  });
}

/** Names a block by public words alone, so that the same table and key give the same draw. */
function labelOf(grid: Grid, name: string, block: number): string {
  const further = furtherKeys(grid).map(
    (key) => grid.axes[key]?.labels[positionOn(grid, key, block)] ?? '',
  );
  return JSON.stringify(['table', name, further]);
}
