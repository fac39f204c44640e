import type { RawCube } from '#src/disclosure/cube.ts';
import { isSensitiveLeaf, type LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import type { SensitivityRules } from '#src/disclosure/policy.ts';

/** By leaf: 1 where it is sensitive. Source: docs/policy.md, paragraph 3. */
export function judgeLeaves(leaves: RawCube['leaves'], rules: SensitivityRules): Uint8Array {
  return Uint8Array.from(leaves.trips, (_, leaf) =>
    Number(isSensitiveLeaf(figuresAt(leaves, leaf), rules)),
  );
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
