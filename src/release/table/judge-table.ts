import { isSensitive } from '#src/disclosure/is-sensitive.ts';
import type { Grid } from './grid.ts';
import type { RawCells } from './read-cells.ts';

/**
 * A table's cells by index of the grid; combinations that were not given are 0. `sensitive`: 1 where a cell must be drawn.
 * `capped`: the cells to draw from, cut at b where sensitive. `cut`: how many were. Privileged, all of it.
 */
export type JudgedTable = {
  readonly raw: Float64Array;
  readonly capped: Float64Array;
  readonly sensitive: Uint8Array;
  readonly cut: number;
};

/** Which cells are about too few. Source: docs/policy.md, paragraphs 3 and 7. */
export function judgeTable(
  { strides, size }: Grid,
  { positions, values, devices }: RawCells,
  { threshold, base }: { readonly threshold: number; readonly base: number },
): JudgedTable {
  const raw = new Float64Array(size);
  const capped = new Float64Array(size);
  const sensitive = new Uint8Array(size);
  let cut = 0;
  for (const [row, value] of values.entries()) {
    const cell = strides.reduce(
      (sum, stride, key) => sum + stride * (positions[key]?.[row] ?? 0),
      0,
    );
    const isHidden = isSensitive(value, devices[row] ?? 0, threshold);
    raw[cell] = value;
    capped[cell] = isHidden ? Math.min(value, base) : value;
    sensitive[cell] = isHidden ? 1 : 0;
    if (isHidden && value > base) cut += 1;
  }
  return { raw, capped, sensitive, cut };
}
