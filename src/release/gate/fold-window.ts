import { rowsByWeek } from '#src/disclosure/revise/rows-by-week.ts';
import type { CubeAreas } from '#src/disclosure/cube.ts';
import { flowOfNumber, numberOfRow } from '#src/disclosure/revise/flow-number.ts';
import { fewestDevices, mayDominate, mostOf, type FlowSum, type Shares } from './device-bound.ts';
import { enclosingAreas } from './enclosing-areas.ts';
import type { GateFigures } from './gate-figures.ts';
import { inNoFigure, movedFlows } from './leaf-of-flow.ts';
import type { Window } from './windows-of.ts';

/** The raw flows of a window's weeks, summed as the job says they were folded. `numbers`: of the leaves, by place. */
export type FoldedWindow = {
  readonly window: Window;
  readonly placeOf: ReadonlyMap<number, number>;
  readonly numbers: readonly number[];
  readonly sumAt: (place: number, week: number) => FlowSum;
};

/** Sums up every raw flow of a window in the leaf that it was moved to. */
export function foldWindow(figures: GateFigures, window: Window): FoldedWindow {
  const { raw, baseline } = figures;
  const areas = raw.areas.codes.length;
  const isOfWindow = (move: { first: number; end: number }): boolean =>
    move.first === window.written && move.end === window.end;
  const to = movedFlows(baseline.moves.filter(isOfWindow), areas);
  const weeks = window.end - window.first;
  const rows = rowsByWeek(raw.leaves.week, window.end).slice(window.first).flat();
  const placeOf = new Map<number, number>();
  const places = rows.map((row) => {
    const flow = numberOfRow(raw.leaves, row, areas);
    const leaf = to.get(flow) ?? flow;
    if (leaf === inNoFigure) return inNoFigure;
    const known = placeOf.get(leaf) ?? placeOf.size;
    placeOf.set(leaf, known);
    return known;
  });
  const sums = makeSums(placeOf.size * weeks, raw.leaves.contributions !== undefined);
  rows.forEach((row, at) => {
    const place = places[at] ?? inNoFigure;
    if (place === inNoFigure) return;
    addRow(sums, place * weeks + (raw.leaves.week[row] ?? 0) - window.first, figures, row);
  });
  return {
    window,
    placeOf,
    numbers: [...placeOf.keys()],
    sumAt: (place, week) => sumOf(sums, place * weeks + week - window.first),
  };
}

type Sums = {
  readonly trips: Float64Array;
  readonly deviceSum: Float64Array;
  readonly deviceMost: Float64Array;
  readonly shares: Map<number, Shares[]> | undefined;
};

const makeSums = (cells: number, knowsShares: boolean): Sums => ({
  trips: new Float64Array(cells),
  deviceSum: new Float64Array(cells),
  deviceMost: new Float64Array(cells),
  shares: knowsShares ? new Map() : undefined,
});

function addRow(sums: Sums, cell: number, { raw: { leaves } }: GateFigures, row: number): void {
  const devices = leaves.devices[row] ?? 0;
  sums.trips[cell] = (sums.trips[cell] ?? 0) + (leaves.trips[row] ?? 0);
  sums.deviceSum[cell] = (sums.deviceSum[cell] ?? 0) + devices;
  sums.deviceMost[cell] = Math.max(sums.deviceMost[cell] ?? 0, devices);
  if (sums.shares === undefined) return;
  const shares = sums.shares.get(cell) ?? [];
  shares.push({
    largest: leaves.contributions?.largest[row] ?? 0,
    second: leaves.contributions?.second[row] ?? 0,
  });
  sums.shares.set(cell, shares);
}

function sumOf({ trips, deviceSum, deviceMost, shares }: Sums, cell: number): FlowSum {
  return {
    trips: trips[cell] ?? 0,
    deviceSum: deviceSum[cell] ?? 0,
    deviceMost: deviceMost[cell] ?? 0,
    shares: shares?.get(cell),
  };
}

/**
 * Whether a leaf is about at least T devices over the window, and not mostly about one or two: only then does averaging its draws tell
 * nothing about few people. From an origin that has a way up, few of its weeks with trips may be hidden. Source: docs/policy.md, paragraph 4.
 */
export function isAboutEnough(
  { window, sumAt, numbers }: FoldedWindow,
  place: number,
  { policy, raw: { areas } }: GateFigures,
): boolean {
  let exact = 0;
  let hidden = 0;
  let trips = 0;
  let most: { one: number; two: number } | undefined;
  for (let week = window.first; week < window.end; week += 1) {
    const sum = sumAt(place, week);
    const ofWeek = mostOf(sum.shares, policy);
    if (fewestDevices(sum, policy) >= policy.threshold && !mayDominate(sum.trips, ofWeek, policy))
      exact += 1;
    else if (sum.trips > 0 || policy.zeros === 'protected') hidden += 1;
    trips += sum.trips;
    if (ofWeek) most = { one: (most?.one ?? 0) + ofWeek.one, two: (most?.two ?? 0) + ofWeek.two };
  }
  const isMostlyOpen = hidden / (exact + hidden) <= policy.hiddenPercent / 100;
  const { origin } = flowOfNumber(numbers[place] ?? 0, areas.codes.length);
  if (!isMostlyOpen && hasWayUp(areas, origin)) return false;
  return exact > 0 && !mayDominate(trips, most, policy);
}

/** Whether an area's rest, other than this area itself, is further up. */
function hasWayUp(areas: CubeAreas, area: number): boolean {
  const rests = (enclosingAreas(areas)[area] ?? []).map((outer) => areas.elsewhere[outer] ?? -1);
  return rests.some((rest) => rest >= 0 && rest !== area);
}
