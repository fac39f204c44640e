import { offsetsOf } from './grid.ts';
import type { JudgedTable } from './judge-table.ts';
import type { PublishedTable } from './protected-rows.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A line or two for the operator, who may see the input. `truth`: the raw table with its margins. */
export function sayProtected(
  { grid, values, exact }: PublishedTable,
  judged: JudgedTable,
  truth: Float64Array,
): readonly string[] {
  const hidden = judged.sensitive.reduce((sum, flag) => sum + flag, 0);
  const errors = marginErrors({ grid, values, exact }, truth);
  const cells = grid.axes.reduce((product, { leaves }) => product * leaves.length, 1);
  return [
    `Hidden: ${grouped.format(hidden)} of ${grouped.format(cells)} cells${judged.cut > 0 ? `, ${grouped.format(judged.cut)} of them cut to the base` : ''}.`,
    `True errors of ${grouped.format(errors.count)} margins, not for readers: mean ${grouped.format(errors.mean)}, largest ${grouped.format(errors.largest)}.`,
  ];
}

type Errors = { readonly count: number; readonly mean: number; readonly largest: number };

function marginErrors({ grid, values }: PublishedTable, truth: Float64Array): Errors {
  const isLeaf = leafFlags(grid);
  let count = 0;
  let sum = 0;
  let largest = 0;
  for (const [index, value] of values.entries()) {
    if (isLeaf[index] === 1) continue;
    const error = Math.abs(value - (truth[index] ?? 0));
    count += 1;
    sum += error;
    largest = Math.max(largest, error);
  }
  return { count, mean: sum / count, largest };
}

function leafFlags(grid: PublishedTable['grid']): Uint8Array {
  const flags = new Uint8Array(grid.size);
  const keys = grid.axes.map((_, key) => key);
  for (const cell of offsetsOf(grid, keys)) flags[cell] = 1;
  return flags;
}
