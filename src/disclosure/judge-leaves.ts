import type { RawCube } from '#src/disclosure/cube.ts';
import { isSensitiveLeaf, type LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import type { SensitivityRules } from '#src/disclosure/policy.ts';

/** By leaf: whether it is sensitive (1), and the trips that go into the draw: a sensitive leaf's at most b, any other's as they are. */
export type JudgedLeaves = { readonly sensitive: Uint8Array; readonly capped: Float64Array };

/** Tells the sensitive leaves from the exact ones, and caps them at b. Source: docs/policy.md, paragraphs 3 and 7. */
export function judgeLeaves(
  leaves: RawCube['leaves'],
  rules: SensitivityRules,
  base: number,
): JudgedLeaves {
  const sensitive = Uint8Array.from(leaves.trips, (_, leaf) =>
    Number(isSensitiveLeaf(figuresAt(leaves, leaf), rules)),
  );
  const capped = leaves.trips.map((trips, leaf) =>
    sensitive[leaf] === 1 ? Math.min(trips, base) : trips,
  );
  return { sensitive, capped };
}

function figuresAt(
  { trips, devices, contributions }: RawCube['leaves'],
  leaf: number,
): LeafFigures {
  return {
    trips: trips[leaf] ?? 0,
    devices: devices[leaf] ?? 0,
    contributions: contributions && {
      largest: contributions.largest[leaf] ?? 0,
      second: contributions.second[leaf] ?? 0,
    },
  };
}
