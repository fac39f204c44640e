import type { RawCube } from '#src/disclosure/cube.ts';
import { isSensitiveLeaf } from '#src/disclosure/is-sensitive-leaf.ts';
import { leafFigures } from '#src/disclosure/leaf-figures.ts';
import type { SensitivityRules } from '#src/disclosure/policy.ts';

/** By leaf: 1 where it is sensitive. Source: docs/policy.md, paragraph 3. */
export function judgeLeaves(leaves: RawCube['leaves'], rules: SensitivityRules): Uint8Array {
  return Uint8Array.from(leaves.trips, (_, leaf) =>
    Number(isSensitiveLeaf(leafFigures(leaves, leaf), rules)),
  );
}
