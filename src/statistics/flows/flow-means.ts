import type { FlowsInput, PlannedEnd, RankedPlan } from '#src/statistics/flows/flows-input.ts';
import { sumOf } from '#src/statistics/flows/sum-of.ts';
import { weeklyPairs } from '#src/statistics/flows/weekly-pairs.ts';

/** A flow before it is shown: its mean trips a week. */
export type MeanFlow = { readonly end: PlannedEnd; readonly trips: number };

/**
 * Mean trips a week into or out of a place: all, those within it, those by other end (largest first) and those of no end (`rest`), which add up.
 * `around`: those known only as elsewhere around the place.
 */
export type FlowMeans = {
  readonly total: number;
  readonly within: number;
  readonly flows: readonly MeanFlow[];
  readonly rest: number;
  readonly around: number;
};

/** Reads the means from the rows. */
export function flowMeans({ plan, rows, weeks }: FlowsInput<RankedPlan>): FlowMeans {
  const pair = weeklyPairs(rows, weeks.length);
  const place = plan.place.code;
  const isInto = plan.way === 'into';
  const flow = (other: string) => (isInto ? pair(other, place) : pair(place, other));
  const [total, within] = [flow('*'), pair(place, place)];
  const flows = plan.ends.map((end) => ({
    end,
    trips: flow(end.code) - sumOf(end.without.map(flow)),
  }));
  return {
    total,
    within,
    flows: flows.toSorted((a, b) => b.trips - a.trips || a.end.name.localeCompare(b.end.name)),
    rest: total - within - sumOf(flows.map(({ trips }) => trips)),
    around: sumOf(plan.around.codes.map((code) => pair(code, isInto ? place : '*'))),
  };
}
