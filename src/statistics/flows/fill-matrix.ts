import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { Cell } from '#src/finding.ts';
import type { FoundMatrix } from '#src/flows-finding.ts';
import { findLead, isShown, mostOf, namedFlows } from '#src/statistics/flows/find-lead.ts';
import { flowsBounds } from '#src/statistics/flows/flows-bounds.ts';
import type { FlowsInput, MatrixPlan } from '#src/statistics/flows/flows-input.ts';
import { flowsPeriod } from '#src/statistics/flows/flows-period.ts';
import { smallShare } from '#src/statistics/flows/small-share.ts';
import { sumOf } from '#src/statistics/flows/sum-of.ts';
import { weeklyPairs } from '#src/statistics/flows/weekly-pairs.ts';

/** One cell with its mean trips a week and how far they may be off. */
type Square = {
  readonly origin: number;
  readonly destination: number;
  readonly trips: number;
  readonly bound: number;
  readonly cell: Cell;
};

type Show = (trips: number, bound: number) => Cell;

/** All cells, row by row. */
function squaresOf({ plan, rows, weeks }: FlowsInput<MatrixPlan>, show: Show): readonly Square[][] {
  const pair = weeklyPairs(rows, weeks.length);
  return plan.places.map((from, origin) =>
    plan.places.map((to, destination) => {
      const trips = pair(from.code, to.code);
      const bound = plan.bounds[origin]?.[destination] ?? 0;
      return { origin, destination, trips, bound, cell: show(trips, bound) };
    }),
  );
}

/** Trips known only as elsewhere around the places, by destination. */
function restsOf({ plan, rows, weeks }: FlowsInput<MatrixPlan>): readonly number[] {
  const pair = weeklyPairs(rows, weeks.length);
  return plan.places.map(({ code }) => sumOf(plan.around.codes.map((rest) => pair(rest, code))));
}

function showRests(
  rests: readonly number[],
  { around, aroundBounds, isInside }: MatrixPlan,
  show: Show,
): FoundMatrix['elsewhere'] {
  if (around.codes.length === 0) return undefined;
  return {
    around: around.spoken,
    isInside,
    cells: rests.map((trips, index) => show(trips, aroundBounds[index] ?? 0)),
    total: show(sumOf(rests), sumOf(aroundBounds)),
  };
}

const largestOf = (pairs: readonly Square[]): FoundMatrix['largest'] =>
  pairs
    .filter(isShown)
    .toSorted((a, b) => b.trips - a.trips)
    .slice(0, namedFlows)
    .map(({ origin, destination }) => ({ origin, destination }));

/** Flows from each place to each. Trips known only as elsewhere have a row of their own. Source: docs/policy.md, paragraph 10. */
export function fillMatrix(input: FlowsInput<MatrixPlan>): FoundMatrix {
  const { plan, level, mode, release } = input;
  const show: Show = (trips, bound) => displayTrips(trips, bound, release.rounding);
  const squares = squaresOf(input, show);
  const pairs = squares.flat().filter(({ origin, destination }) => origin !== destination);
  const rests = restsOf(input);
  const elsewhere = showRests(rests, plan, show);
  const atLeast = sumOf(rests) > smallShare * sumOf(pairs.map(({ trips }) => trips));
  const folded = rests.map((trips, to) => mostOf({ trips, bound: plan.aroundBounds[to] ?? 0 }));
  const rivals = pairs.map((pair) => ({
    ...pair,
    folded: atLeast ? 0 : (folded[pair.destination] ?? 0),
  }));
  const bounded = (elsewhere?.cells ?? []).map((cell, to) => ({
    cell,
    bound: plan.aroundBounds[to] ?? 0,
  }));
  return {
    kind: 'flows',
    shape: 'matrix',
    mode,
    release,
    level,
    period: flowsPeriod(input.weeks, input.calendars),
    places: plan.places,
    cells: squares.map((row) => row.map(({ cell }) => cell)),
    pairs: pairs.length,
    largest: largestOf(pairs),
    elsewhere,
    atLeast,
    withheld: pairs.filter(({ cell }) => cell.kind === 'suppressed').length,
    // Where small flows matter, only what is known of each is compared.
    lead: findLead(rivals),
    bounds: flowsBounds([...pairs, ...bounded], plan.isProved),
  };
}
