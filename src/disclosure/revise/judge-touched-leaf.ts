import { boundContributions } from '#src/disclosure/bound-contributions.ts';
import { isSensitiveLeaf, type LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { decideLeaf } from './decide-leaf.ts';
import type { Members, TouchedLeaf } from './find-touched-leaves.ts';
import { withheldLeaf } from './leaf-of-flow.ts';
import { changedTrips, isPassingChange, type FlowChange } from './passing-change.ts';

/** How a leaf stands: what readers see of it, and whether any release drew it. */
export type Standing = {
  readonly published: 'nothing' | 'exact' | 'drawn';
  readonly drawn: boolean;
};

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
  policy: DisclosurePolicy,
): JudgedLeaf {
  const { trips, devices, contributions } = foldedFigure(touched.now, policy);
  const changed = Math.abs(changedTrips(changesBetween(touched.accepted, touched.now)));
  const padded = trips === 0 && policy.zeros === 'protected';
  const judged = { figure: { trips: padded ? 1 : trips, devices }, padded, changed };
  if (touched.leaf === withheldLeaf) return { ...judged, decision: 'freeze' };
  const sensitive = padded || isSensitiveLeaf({ trips, devices, contributions }, policy);
  const passes = passesAll(touched, policy);
  return { ...judged, decision: decideLeaf({ ...standing, sensitive, passes }) };
}

/** A figure that returns to the very trips of one published before tells nothing beside that one. */
function passesAll({ accepted, past, now }: TouchedLeaf, policy: DisclosurePolicy): boolean {
  const fromPast = past.map((version) => changesBetween(version, now));
  return (
    isPassingChange(changesBetween(accepted, now), policy) &&
    fromPast.every((changes) => changedTrips(changes) === 0 || isPassingChange(changes, policy))
  );
}

const nothing: LeafFigures = { trips: 0, devices: 0, contributions: undefined };

function changesBetween(before: Members, after: Members): readonly FlowChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((flow) => ({
    before: before.get(flow) ?? nothing,
    after: after.get(flow) ?? nothing,
  }));
}

/** All flows of a leaf together, as folding adds them up. Source: docs/policy.md, paragraph 4. */
function foldedFigure(members: Members, { placesPerDevice }: DisclosurePolicy): LeafFigures {
  const figures = [...members.values()];
  const sum = figures.reduce((total, { devices }) => total + devices, 0);
  const largest = figures.reduce((most, { devices }) => Math.max(most, devices), 0);
  const parts = figures.flatMap(({ contributions }) => contributions ?? []);
  return {
    trips: figures.reduce((total, { trips }) => total + trips, 0),
    devices: Math.max(largest, Math.floor(sum / placesPerDevice)),
    contributions: parts.length === 0 ? undefined : boundContributions(parts, placesPerDevice),
  };
}
