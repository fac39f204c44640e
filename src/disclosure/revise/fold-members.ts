import { boundContributions } from '#src/disclosure/bound-contributions.ts';
import type { LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import type { Members } from './find-touched-leaves.ts';
import type { RevisionRule } from './revision-rule.ts';

/**
 * All flows of a leaf together, as folding adds them up. Where the source does not say what one device makes of a flow, but did or does so
 * in another release, it may be all. Source: docs/policy.md, paragraphs 4 and 14.
 */
export function foldMembers(members: Members, rule: RevisionRule): LeafFigures {
  const { placesPerDevice, knowsContributions } = rule;
  const figures = [...members.values()];
  const sum = figures.reduce((total, { devices }) => total + devices, 0);
  const largest = figures.reduce((most, { devices }) => Math.max(most, devices), 0);
  const parts = figures.map(({ trips, contributions }) =>
    contributions === undefined ? { largest: trips, second: 0 } : contributions,
  );
  return {
    trips: figures.reduce((total, { trips }) => total + trips, 0),
    devices: Math.max(largest, Math.floor(sum / placesPerDevice)),
    contributions: knowsContributions ? boundContributions(parts, placesPerDevice) : undefined,
  };
}
