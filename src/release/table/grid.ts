import { Fault } from '#src/fault.ts';
import type { Axis } from './axis.ts';

/** Every cell and margin of a table as one row of numbers, the last key moving fastest: the index is the sum of position × stride. */
export type Grid = {
  readonly axes: readonly Axis[];
  readonly strides: readonly number[];
  readonly size: number;
};

const mostRows = 20_000_000;

/** Throws `ReleaseFault` where the table would have more rows than can be held. */
export function makeGrid(axes: readonly Axis[]): Grid {
  const strides = axes.map((_, at) => product(axes.slice(at + 1)));
  const size = product(axes);
  if (size > mostRows)
    throw new Fault(
      'ReleaseFault',
      'tableTooLarge',
      `the table would have more than ${mostRows / 1e6} million cells and margins: leave out a key, or make a table for each value of one`,
    );
  return { axes, strides, size };
}

const product = (axes: readonly Axis[]): number =>
  axes.reduce((size, { labels }) => size * labels.length, 1);

/** What the values of some keys add to an index: one number for each combination, in order. `[0]` for no keys. */
export function offsetsOf({ axes, strides }: Grid, keys: readonly number[]): readonly number[] {
  return keys.reduce(
    (offsets: readonly number[], key) =>
      offsets.flatMap((offset) =>
        (axes[key]?.leaves ?? []).map((position) => offset + position * (strides[key] ?? 0)),
      ),
    [0],
  );
}

/** Where an index lies on one axis. */
export function positionOn({ axes, strides }: Grid, key: number, index: number): number {
  return Math.floor(index / (strides[key] ?? 1)) % (axes[key]?.labels.length ?? 1);
}
