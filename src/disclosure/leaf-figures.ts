import type { RawCube } from '#src/disclosure/cube.ts';
import type { LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';

/** One row of columns as it is judged. Contributions are undefined where the source knows none, or none of this row (NaN). */
export function leafFigures(
  { trips, devices, contributions }: RawCube['leaves'],
  row: number,
): LeafFigures {
  const largest = contributions?.largest[row] ?? Number.NaN;
  const second = contributions?.second[row] ?? Number.NaN;
  return {
    trips: trips[row] ?? 0,
    devices: devices[row] ?? 0,
    contributions: Number.isNaN(largest) ? undefined : { largest, second },
  };
}
