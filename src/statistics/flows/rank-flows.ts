import { displayTrips } from '#src/disclosure/display-cell.ts';
import { percentPrecision } from '#src/disclosure/percent-precision.ts';
import type { FlowsLead, FoundRanked } from '#src/flows-finding.ts';
import { cutFlows, type CutList } from '#src/statistics/flows/cut-flows.ts';
import { findLead, mostOf } from '#src/statistics/flows/find-lead.ts';
import { type FlowMeans, flowMeans } from '#src/statistics/flows/flow-means.ts';
import type { FlowsInput, RankedPlan } from '#src/statistics/flows/flows-input.ts';
import { type BoundedCell, flowsBounds } from '#src/statistics/flows/flows-bounds.ts';
import { flowsPeriod } from '#src/statistics/flows/flows-period.ts';
import { partlyKnown } from '#src/statistics/flows/partly-known.ts';
import { type RankedRow, rankRows } from '#src/statistics/flows/rank-rows.ts';
import { smallShare } from '#src/statistics/flows/small-share.ts';
import { sumOf } from '#src/statistics/flows/sum-of.ts';

/** Flows on the chart, and in the table. */
const drawnRows = 10;
const tabledRows = 40;

/** Where nothing that ends in a place was drawn, every part of it is exact too. */
function exactIfTotalIs(input: FlowsInput<RankedPlan>): RankedPlan {
  const { plan, totalBound } = input;
  if (totalBound > 0) return plan;
  return {
    ...plan,
    ends: plan.ends.map((end) => ({ ...end, bound: 0 })),
    withinBound: 0,
    aroundBound: 0,
    restBound: plan.restBound === undefined ? undefined : 0,
  };
}

/** All trips of no single place, with their bound; undefined where there are none such. */
function elsewhereOf({ flows, rest }: FlowMeans, { restBound }: RankedPlan) {
  const named = flows.filter(({ end }) => end.kind === 'elsewhere');
  if (restBound === undefined && named.length === 0) return undefined;
  return {
    trips: sumOf(named.map(({ trips }) => trips)) + rest,
    bound: sumOf(named.map(({ end }) => end.bound)) + (restBound ?? 0),
  };
}

/** The list as the chart and as the table cut it. */
function cutBoth(
  rows: readonly RankedRow[],
  { rest }: FlowMeans,
  { plan, release, totalBound }: FlowsInput<RankedPlan>,
): { readonly drawn: CutList; readonly tabled: CutList } {
  const input = {
    flows: rows.map(({ mean }) => mean),
    published: rows.filter(({ found }) => found.trips.kind === 'published').length,
    rest: plan.restBound === undefined ? undefined : { trips: rest, bound: plan.restBound },
    outsideBound: totalBound + plan.withinBound,
    rounding: release.rounding,
  };
  return { drawn: cutFlows(input, drawnRows), tabled: cutFlows(input, tabledRows) };
}

/** The largest of the flows with a single place. `folded`: the most that may belong to any of them and is counted elsewhere. */
const leadOf = (rows: readonly RankedRow[], folded: number): FlowsLead | undefined =>
  findLead(
    rows
      .filter(({ mean }) => mean.end.kind === 'place')
      .map(({ mean, found }) => ({
        trips: mean.trips,
        bound: mean.end.bound,
        cell: found.trips,
        folded,
      })),
  );

/** Flows into or out of one place, largest first. Rests are never added to a place. Source: docs/policy.md, paragraph 10. */
export function rankFlows(given: FlowsInput<RankedPlan>): FoundRanked {
  const plan = exactIfTotalIs(given);
  const input = { ...given, plan };
  const { level, mode, release, totalBound } = input;
  const means = flowMeans(input);
  const { total, within } = means;
  const outside = { trips: total - within, bound: totalBound + plan.withinBound };
  const elsewhere = elsewhereOf(means, plan);
  const partly = partlyKnown(input, means);
  const isHidden = (elsewhere?.trips ?? 0) > smallShare * outside.trips;
  const atLeast = isHidden || (plan.way === 'outOf' && partly !== undefined);
  const to = atLeast ? undefined : percentPrecision(outside.trips, outside.bound);
  const { rounding } = release;
  const rows = rankRows(means.flows, { rounding, share: to && { of: outside.trips, to } });
  const around = { trips: means.around, bound: plan.aroundBound };
  const folded = (elsewhere ? mostOf(elsewhere) : 0) + (plan.way === 'into' ? 0 : mostOf(around));
  const { drawn, tabled } = cutBoth(rows, means, input);
  const listed: readonly BoundedCell[] = rows
    .slice(0, tabled.cut.rows)
    .map(({ mean, found }) => ({ cell: found.trips, bound: mean.end.bound }));
  return {
    kind: 'flows',
    shape: 'ranked',
    way: plan.way,
    place: plan.place,
    mode,
    release,
    level,
    period: flowsPeriod(input.weeks, input.calendars),
    total: displayTrips(total, totalBound, rounding),
    within: displayTrips(within, plan.withinBound, rounding),
    outside: displayTrips(outside.trips, outside.bound, rounding),
    rows: rows.map(({ found }) => found),
    drawn: drawn.cut,
    tabled: tabled.cut,
    elsewhere: elsewhere && displayTrips(elsewhere.trips, elsewhere.bound, rounding),
    partly,
    atLeast,
    withheld: rows.filter(({ found }) => found.trips.kind === 'suppressed').length,
    // Where small flows matter, only what is known of each is compared.
    lead: leadOf(rows, atLeast ? 0 : folded),
    bounds: flowsBounds([...listed, ...tabled.together], plan.isProved),
  };
}
