import { isSensitiveLeaf } from '#src/disclosure/is-sensitive-leaf.ts';
import { decideLeaf, type LeafCase } from './decide-leaf.ts';
import type { Members, TouchedLeaf } from './find-touched-leaves.ts';
import { foldMembers } from './fold-members.ts';
import { isDominatedChange } from './is-dominated-change.ts';
import { isLargeAlone } from './is-large-alone.ts';
import { withheldLeaf } from './leaf-of-flow.ts';
import { changedTrips, isPassingChange, type FlowChange } from './passing-change.ts';
import type { RevisionRule } from './revision-rule.ts';

/** How a leaf stands: what readers see of it, and whether any release before hid it. */
export type Standing = Pick<LeafCase, 'published' | 'hidden'>;

/**
 * What becomes of a touched leaf, and its figure as the raw flows are now: its devices are a lower bound. `changed`: |now − accepted|,
 * in trips. `padded`: it has no trips, which is hidden; it is drawn as one trip.
 */
export type JudgedLeaf = {
  readonly decision: 'freeze' | 'exact' | 'draw';
  readonly figure: { readonly trips: number; readonly devices: number };
  readonly padded: boolean;
  readonly changed: number;
};

/** Judges one touched leaf. What is withheld stays withheld. Source: docs/policy.md, paragraph 14. */
export function judgeTouchedLeaf(
  touched: TouchedLeaf,
  standing: Standing,
  rule: RevisionRule,
): JudgedLeaf {
  const figure = foldMembers(touched.now, rule);
  const { trips, devices } = figure;
  const changed = Math.abs(changedTrips(changesBetween(touched.accepted, touched.now)));
  const padded = trips === 0 && rule.zeros === 'protected';
  const judged = { figure: { trips: padded ? 1 : trips, devices }, padded, changed };
  if (touched.leaf === withheldLeaf) return { ...judged, decision: 'freeze' };
  const exact = exactFigures(touched, standing);
  const decision = decideLeaf({
    ...standing,
    now: padded || isSensitiveLeaf(figure, rule) ? 'sensitive' : trips === 0 ? 'empty' : 'exact',
    passes: passesAll(touched, standing, rule),
    largeNow: isLargeAlone(figure, rule),
    largeBefore: exact.every((members) => isLargeAlone(foldMembers(members, rule), rule)),
  });
  return { ...judged, decision };
}

/** What the exact figures ever published of the leaf stood for. */
const exactFigures = ({ accepted, past }: TouchedLeaf, { published }: Standing) =>
  published === 'exact' ? [accepted, ...past] : past;

/** Against all exact figures. One that returns to the very trips of a figure before the last tells nothing beside that one. */
function passesAll(
  { accepted, past, now }: TouchedLeaf,
  { published }: Standing,
  rule: RevisionRule,
): boolean {
  return (
    (published !== 'exact' || passes(accepted, now, rule)) &&
    past.every(
      (version) => changedTrips(changesBetween(version, now)) === 0 || passes(version, now, rule),
    )
  );
}

const passes = (before: Members, after: Members, rule: RevisionRule): boolean =>
  isPassingChange(changesBetween(before, after), rule) &&
  !isDominatedChange(foldMembers(before, rule), foldMembers(after, rule), rule);

const nothing = { trips: 0, devices: 0 };

function changesBetween(before: Members, after: Members): readonly FlowChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((flow) => ({
    before: before.get(flow) ?? nothing,
    after: after.get(flow) ?? nothing,
  }));
}
