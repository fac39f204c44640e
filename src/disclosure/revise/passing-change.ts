import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/** Trips, and distinct devices or a lower bound of them. */
type Figure = { readonly trips: number; readonly devices: number };

/** What one raw flow of a leaf and week was and is. */
export type FlowChange = { readonly before: Figure; readonly after: Figure };

/** The rule of a contribution. */
export type ChangeRule = Pick<DisclosurePolicy, 'threshold' | 'placesPerDevice'>;

/**
 * Whether what changed is by itself about enough devices and trips to be seen. 15 devices that become 16 would expose the late one.
 * Source: docs/policy.md, paragraph 14.
 */
export function isPassingChange(changes: readonly FlowChange[], rule: ChangeRule): boolean {
  return (
    Math.abs(changedTrips(changes)) >= rule.threshold &&
    leastChanged(changes, rule) >= rule.threshold
  );
}

/** After less before, in trips, over all flows. */
export function changedTrips(changes: readonly FlowChange[]): number {
  return changes.reduce((sum, { before, after }) => sum + after.trips - before.trips, 0);
}

/**
 * A lower bound of the devices that came or went. A flow's count cannot move by more than they are. One device comes into at most
 * `placesPerDevice` flows of a week and leaves at most as many, so comings and goings are each divided by it, and not their sum.
 */
function leastChanged(changes: readonly FlowChange[], { placesPerDevice }: ChangeRule): number {
  const moves = changes.map(({ before, after }) => after.devices - before.devices);
  const come = moves.reduce((sum, move) => sum + Math.max(move, 0), 0);
  const gone = moves.reduce((sum, move) => sum + Math.max(-move, 0), 0);
  const largest = moves.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
  return Math.max(largest, Math.floor(come / placesPerDevice), Math.floor(gone / placesPerDevice));
}
