/**
 * A leaf of an earlier release whose raw flows have changed. `passes`: the change from every figure that was ever published of it
 * is about enough devices. `drawn`: some release drew it. `sensitive`: it is, as the flows are now.
 */
export type LeafCase = {
  readonly published: 'nothing' | 'exact' | 'drawn';
  readonly drawn: boolean;
  readonly sensitive: boolean;
  readonly passes: boolean;
};

/**
 * What becomes of it: `freeze` = what was published stays, and so does what it stands for, so that small changes add up until they pass;
 * `exact` = published as it is now; `draw` = drawn for the first time. No leaf is ever drawn twice. Source: docs/policy.md, paragraph 14.
 */
export function decideLeaf(leaf: LeafCase): 'freeze' | 'exact' | 'draw' {
  if (!leaf.passes) return 'freeze';
  if (!leaf.sensitive) return 'exact';
  return leaf.published === 'exact' && !leaf.drawn ? 'draw' : 'freeze';
}
