import { isDominated } from '#src/disclosure/is-dominated.ts';
import { isSensitive } from '#src/disclosure/is-sensitive.ts';
import {
  contributionsAt,
  figuresAt,
  moveFigures,
  type FlowTable,
  type FoldPlan,
} from '#src/disclosure/flow-table.ts';

/** `kept`: the numbers of the eligible flows. `target`: by flow, the flow that its trips went to in the end, itself where it is kept, −1 where they are withheld. */
export type SettledFlows = { readonly kept: readonly number[]; readonly target: Int32Array };

/**
 * Folds a window's flows in place, lowest first: each is judged once all that folds into it has arrived, and so moves no further than it must.
 * One that is about enough devices moves too if trips of it would be cut off and there is a way up to the same destination.
 */
export function settleFlows(plan: FoldPlan, table: FlowTable): SettledFlows {
  const kept: number[] = [];
  const target = new Int32Array(table.keys.length).fill(-1);
  const order = lowestFirst(plan, table);
  for (const flow of order) {
    const above = table.next[flow] ?? -1;
    if (isEligible(plan, table, flow) && !movesOnItsOriginsSide(plan, table, flow)) {
      kept.push(flow);
      target[flow] = flow;
    } else if (above >= 0) moveFigures(table, flow, above);
  }
  for (const flow of order.toReversed()) {
    const above = table.next[flow] ?? -1;
    if (target[flow] !== flow && above >= 0) target[flow] = target[above] ?? -1;
  }
  return { kept, target };
}

/** Flow numbers by how far origin, then destination, are from the top: a flow comes before the flow above it. */
function lowestFirst({ keys, ladder }: FoldPlan, table: FlowTable): readonly number[] {
  const levels = 1 + ladder.height.reduce((most, height) => Math.max(most, height), 0);
  const heights = table.keys.map((key) => {
    const origin = ladder.height[keys.origin(key)] ?? 0;
    return origin * levels + (ladder.height[keys.destination(key)] ?? 0);
  });
  return [...heights.keys()].toSorted((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0));
}

function isEligible(plan: FoldPlan, table: FlowTable, flow: number): boolean {
  return hasEnoughDevices(plan, table, flow) && !isDominatedThroughout(plan, table, flow);
}

/** Whether the flow's largest week, as a lower bound of its distinct devices over the window, reaches the threshold. */
function hasEnoughDevices({ policy }: FoldPlan, table: FlowTable, flow: number): boolean {
  for (let week = 0; week < table.weeks; week += 1) {
    if (figuresAt(table, flow, week, policy).devices >= policy.threshold) return true;
  }
  return false;
}

/** Whether few devices may make most of the window's trips: the largest of one week may be the largest of all. */
function isDominatedThroughout({ policy }: FoldPlan, table: FlowTable, flow: number): boolean {
  if (table.contributions === undefined) return false;
  const sum = { trips: 0, largest: 0, second: 0 };
  for (let week = 0; week < table.weeks; week += 1) {
    const most = contributionsAt(table, flow, week, policy.placesPerDevice);
    sum.trips += table.trips[flow * table.weeks + week] ?? 0;
    sum.largest += most?.largest ?? 0;
    sum.second += most?.second ?? 0;
  }
  return isDominated(sum.trips, sum, policy);
}

/** A destination is not given up for hidden weeks or trips that would be cut off: E of every destination would grow. */
function movesOnItsOriginsSide(plan: FoldPlan, table: FlowTable, flow: number): boolean {
  const above = table.keys[table.next[flow] ?? -1];
  const own = table.keys[flow];
  if (above === undefined || own === undefined) return false;
  const { destination } = plan.keys;
  if (destination(above) !== destination(own)) return false;
  return isMostlyHidden(plan, table, flow) || losesTrips(plan, table, flow);
}

/**
 * Whether more of the flow's weeks with trips are hidden than the policy allows: hidden weeks can be averaged, and even if all of them
 * are about one device, a week that is published exactly is no cover for them.
 */
function isMostlyHidden({ policy }: FoldPlan, table: FlowTable, flow: number): boolean {
  let exact = 0;
  let hidden = 0;
  for (let week = 0; week < table.weeks; week += 1) {
    const { trips, devices } = figuresAt(table, flow, week, policy);
    if (devices >= policy.threshold) exact += 1;
    else if (trips > 0 || policy.zeros === 'protected') hidden += 1;
  }
  return 100 * hidden > policy.hiddenPercent * (exact + hidden);
}

/** Whether a week of the flow is sensitive and has more than b trips. */
function losesTrips({ policy, base }: FoldPlan, table: FlowTable, flow: number): boolean {
  for (let week = 0; week < table.weeks; week += 1) {
    const { trips, devices } = figuresAt(table, flow, week, policy);
    if (trips > base && isSensitive(trips, devices, policy.threshold)) return true;
  }
  return false;
}
