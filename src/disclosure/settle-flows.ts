import {
  addFigures,
  leastDevices,
  type FlowTable,
  type FoldPlan,
} from '#src/disclosure/flow-table.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/**
 * Folds a window's flows in place, lowest first: each is judged once all that folds into it has arrived, and so moves no further than it must.
 * `kept`: the numbers of the eligible flows. `withheldTrips`: of what is not eligible at the top.
 */
export function settleFlows(
  plan: FoldPlan,
  table: FlowTable,
): { readonly kept: readonly number[]; readonly withheldTrips: number } {
  const kept: number[] = [];
  let withheldTrips = 0;
  for (const flow of lowestFirst(plan, table)) {
    const above = table.next[flow] ?? -1;
    if (isEligible(table, flow, plan.policy)) kept.push(flow);
    else if (above >= 0) moveUp(table, flow, above);
    else withheldTrips += tripsOf(table, flow);
  }
  return { kept, withheldTrips };
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

/** Whether the flow's largest week, as a lower bound of its distinct devices over the window, reaches the threshold. */
function isEligible(table: FlowTable, flow: number, policy: DisclosurePolicy): boolean {
  for (let cell = flow * table.weeks; cell < (flow + 1) * table.weeks; cell += 1) {
    if (leastDevices(table, cell, policy.placesPerDevice) >= policy.threshold) return true;
  }
  return false;
}

function moveUp(table: FlowTable, flow: number, above: number): void {
  for (let week = 0; week < table.weeks; week += 1) {
    const from = flow * table.weeks + week;
    const { trips, deviceSum, deviceMax } = table;
    const to = above * table.weeks + week;
    addFigures(table, to, trips[from] ?? 0, deviceSum[from] ?? 0, deviceMax[from] ?? 0);
  }
}

function tripsOf({ trips, weeks }: FlowTable, flow: number): number {
  return trips.subarray(flow * weeks, (flow + 1) * weeks).reduce((sum, value) => sum + value, 0);
}
