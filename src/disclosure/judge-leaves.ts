import type { RawCube } from '#src/disclosure/cube.ts';
import { isSensitive } from '#src/disclosure/is-sensitive.ts';

/** By leaf: whether it is sensitive (1), and the trips that go into the draw: a sensitive leaf's at most b, any other's as they are. */
export type JudgedLeaves = { readonly sensitive: Uint8Array; readonly capped: Float64Array };

/** Tells the sensitive leaves from the exact ones, and caps them at b. Source: docs/policy.md, paragraphs 3 and 7. */
export function judgeLeaves(
  { trips, devices }: RawCube['leaves'],
  threshold: number,
  base: number,
): JudgedLeaves {
  const sensitive = Uint8Array.from(trips, (value, leaf) =>
    Number(isSensitive(value, devices[leaf] ?? 0, threshold)),
  );
  const capped = trips.map((value, leaf) =>
    sensitive[leaf] === 1 ? Math.min(value, base) : value,
  );
  return { sensitive, capped };
}
