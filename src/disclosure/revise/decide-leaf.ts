/**
 * A leaf of an earlier release whose raw flows have changed. `hidden`: some release before the last drew it or published nothing of it.
 * `now`: what it is, as the flows are. `passes`: the change from every exact figure that was ever published of it is about enough devices.
 * `largeNow`, `largeBefore`: the figure as it is, and every exact one ever published, is about enough beside any hidden one.
 */
export type LeafCase = {
  readonly published: 'nothing' | 'exact' | 'drawn';
  readonly hidden: boolean;
  readonly now: 'exact' | 'sensitive' | 'empty';
  readonly passes: boolean;
  readonly largeNow: boolean;
  readonly largeBefore: boolean;
};

/**
 * What becomes of it: `freeze` = what was published stays, and so does what it stands for, so that small changes add up until they pass;
 * `exact` = published as it is now; `draw` = drawn for the first time. No leaf is ever drawn twice, and none is hidden twice.
 * No hidden figure decides: a drawn leaf and an empty one, sensitive and empty flows are taken alike. Source: docs/policy.md, paragraph 14.
 */
export function decideLeaf(leaf: LeafCase): 'freeze' | 'exact' | 'draw' {
  const { published, hidden, now, passes, largeNow, largeBefore } = leaf;
  const wasHidden = hidden || published !== 'exact';
  if (now === 'exact') return passes && (largeNow || !wasHidden) ? 'exact' : 'freeze';
  if (wasHidden || !largeBefore) return 'freeze';
  return now === 'empty' ? 'exact' : 'draw';
}
