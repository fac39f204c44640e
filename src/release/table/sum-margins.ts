import type { Grid } from './grid.ts';

/** Fills in every margin from the cells, key by key, so that the whole adds up. `values`: by index of the grid. */
export function sumMargins({ axes, strides, size }: Grid, values: Float64Array): void {
  for (const [key, { labels, parts }] of axes.entries()) {
    const stride = strides[key] ?? 1;
    const span = stride * labels.length;
    for (const [position, leaves] of parts.entries()) {
      if (leaves.length === 0) continue;
      for (let start = 0; start < size; start += span)
        for (let rest = start; rest < start + stride; rest += 1)
          values[rest + position * stride] = sumOver(values, rest, leaves, stride);
    }
  }
}

function sumOver(
  values: Float64Array,
  start: number,
  leaves: readonly number[],
  stride: number,
): number {
  let sum = 0;
  for (const leaf of leaves) sum += values[start + leaf * stride] ?? 0;
  return sum;
}
