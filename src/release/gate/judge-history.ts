import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { fewestDevices, mayDominate, mostOf, type FlowSum, type Most } from './device-bound.ts';
import type { LeafHistory, Members } from './leaf-history.ts';

/** The flows of a leaf and week together. */
export function sumOf(members: Members): FlowSum {
  const flows = [...members.values()];
  const shares = flows.flatMap((flow) => flow.shares ?? []);
  return {
    trips: tripsOf(members),
    deviceSum: flows.reduce((sum, { devices }) => sum + devices, 0),
    deviceMost: flows.reduce((most, { devices }) => Math.max(most, devices), 0),
    shares: shares.length === 0 ? undefined : shares,
  };
}

/**
 * Whether the change from what was published last, if that was exact, and from every exact figure before it is about enough trips and devices
 * and not mostly about one or two. One that returns to the very trips of an earlier figure tells nothing beside it.
 * Source: docs/policy.md, paragraph 14.
 */
export function isSeenChange(
  { now, last, past }: LeafHistory,
  wasExact: boolean,
  policy: DisclosurePolicy,
): boolean {
  const others = past.filter((then) => tripsOf(then) !== tripsOf(now));
  return (wasExact ? [last, ...others] : others).every((then) => isSeen(then, now, policy));
}

function isSeen(then: Members, now: Members, policy: DisclosurePolicy): boolean {
  const trips = Math.abs(tripsOf(now) - tripsOf(then));
  if (trips < policy.threshold || moved(then, now, policy) < policy.threshold) return false;
  return !mayDominate(trips, mostMoved(then, now, policy), policy);
}

/** What one and two devices can have in the change: nobody moves more than what it has on one side. */
function mostMoved(then: Members, now: Members, policy: DisclosurePolicy): Most {
  const [was = none, is = none] = [then, now].map((side) => mostOf(sumOf(side).shares, policy));
  return { one: Math.max(was.one, is.one), two: Math.max(was.two, is.two, was.one + is.one) };
}

const none: Most = { one: 0, two: 0 };

/** Whether flows are about enough devices and trips whatever a hidden figure in their place stood for. Source: docs/policy.md, paragraph 14. */
export function isSureAlone(members: Members, base: number, policy: DisclosurePolicy): boolean {
  const sum = sumOf(members);
  return (
    fewestDevices(sum, policy) + 1 >= 2 * policy.threshold &&
    sum.trips - base >= policy.threshold &&
    !mayDominate(sum.trips - base, mostOf(sum.shares, policy), policy)
  );
}

const tripsOf = (members: Members): number =>
  [...members.values()].reduce((sum, { trips }) => sum + trips, 0);

/** The fewest devices that came or went. */
function moved(then: Members, now: Members, { placesPerDevice }: DisclosurePolicy): number {
  const flows = [...new Set([...then.keys(), ...now.keys()])];
  const by = flows.map((flow) => (now.get(flow)?.devices ?? 0) - (then.get(flow)?.devices ?? 0));
  const come = by.reduce((sum, each) => sum + Math.max(0, each), 0);
  const gone = by.reduce((sum, each) => sum + Math.max(0, -each), 0);
  const most = by.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
  return Math.max(most, Math.floor(come / placesPerDevice), Math.floor(gone / placesPerDevice));
}
