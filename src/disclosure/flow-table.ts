import { boundContributions } from '#src/disclosure/bound-contributions.ts';
import type { ContributionColumns, RawCube } from '#src/disclosure/cube.ts';
import type { EligibilityWindow } from '#src/disclosure/eligibility-windows.ts';
import type { FlowKeys } from '#src/disclosure/flow-keys.ts';
import type { FoldLadder } from '#src/disclosure/fold-ladder.ts';
import { isDominated, type Contributions } from '#src/disclosure/is-dominated.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/** What folding reads. */
export type FoldPlan = {
  readonly cube: RawCube;
  readonly policy: DisclosurePolicy;
  readonly base: number;
  readonly keys: FlowKeys;
  readonly ladder: FoldLadder;
};

/** Flows by number: the first `raw` are those of some rows, then come all that they may be folded into. `next[i]` is the flow above flow i, or −1. */
type Flows = {
  readonly raw: number;
  readonly numberOf: ReadonlyMap<number, number>;
  readonly keys: readonly number[];
  readonly next: readonly number[];
};

/** Contributions of the raw flows at `flow × weeks + week`, and by flow the raw flows that are in it by now. */
type FlowContributions = ContributionColumns & { readonly members: readonly number[][] };

/** Figures at `flow × weeks + week`: trips, and the sum and the largest of the device counts of the flows folded together. */
export type FlowTable = Flows & {
  readonly weeks: number;
  readonly trips: Float64Array;
  readonly deviceSum: Float64Array;
  readonly deviceMax: Float64Array;
  readonly contributions: FlowContributions | undefined;
};

/** The flows of one window's rows, and all above them, as they are before folding. */
export function tabulateFlows(
  plan: FoldPlan,
  rows: readonly number[],
  window: EligibilityWindow,
): FlowTable {
  const { week, trips, devices } = plan.cube.leaves;
  const flows = flowsOf(plan, rows);
  const weeks = window.end - window.first;
  const cells = (): Float64Array => new Float64Array(flows.keys.length * weeks);
  const contributions = emptyContributions(plan.cube, flows, weeks);
  const table = {
    ...flows,
    weeks,
    trips: cells(),
    deviceSum: cells(),
    deviceMax: cells(),
    contributions,
  };
  for (const row of rows) {
    const flow = flows.numberOf.get(keyOfRow(plan, row)) ?? 0;
    const cell = flow * weeks + (week[row] ?? 0) - window.first;
    addFigures(table, cell, trips[row] ?? 0, devices[row] ?? 0, devices[row] ?? 0);
    if (contributions !== undefined) putContributions(plan.cube, row, contributions, cell);
  }
  return table;
}

function emptyContributions(
  { leaves }: RawCube,
  flows: Flows,
  weeks: number,
): FlowContributions | undefined {
  if (leaves.contributions === undefined) return undefined;
  return {
    largest: new Float64Array(flows.raw * weeks),
    second: new Float64Array(flows.raw * weeks),
    members: flows.keys.map((_, flow) => (flow < flows.raw ? [flow] : [])),
  };
}

function putContributions(
  { leaves }: RawCube,
  row: number,
  { largest, second }: FlowContributions,
  cell: number,
): void {
  largest[cell] = leaves.contributions?.largest[row] ?? 0;
  second[cell] = leaves.contributions?.second[row] ?? 0;
}

/** Adds figures to one flow's week. */
function addFigures(
  table: FlowTable,
  cell: number,
  trips: number,
  deviceSum: number,
  deviceMax: number,
): void {
  table.trips[cell] = (table.trips[cell] ?? 0) + trips;
  table.deviceSum[cell] = (table.deviceSum[cell] ?? 0) + deviceSum;
  table.deviceMax[cell] = Math.max(table.deviceMax[cell] ?? 0, deviceMax);
}

/** Moves all of a flow's figures to another flow. */
export function moveFigures(table: FlowTable, flow: number, to: number): void {
  const { weeks, trips, deviceSum, deviceMax, contributions } = table;
  for (let week = 0; week < weeks; week += 1) {
    const cell = flow * weeks + week;
    const figures = [trips[cell] ?? 0, deviceSum[cell] ?? 0, deviceMax[cell] ?? 0] as const;
    addFigures(table, to * weeks + week, ...figures);
  }
  for (const member of contributions?.members[flow] ?? []) contributions?.members[to]?.push(member);
}

/** A flow's week: trips, and a lower bound of the devices that protect it: 0 where they are T or more and one or two make most of it. */
export type FlowFigures = { readonly trips: number; readonly devices: number };

/** One flow's week as it is judged. */
export function figuresAt(
  table: FlowTable,
  flow: number,
  week: number,
  policy: DisclosurePolicy,
): FlowFigures {
  const cell = flow * table.weeks + week;
  const trips = table.trips[cell] ?? 0;
  const devices = leastDevices(table, cell, policy.placesPerDevice);
  // Too few devices are sensitive anyway; to bound what the largest make of many flows takes long.
  const most =
    devices < policy.threshold
      ? undefined
      : contributionsAt(table, flow, week, policy.placesPerDevice);
  const isHidden = most !== undefined && isDominated(trips, most, policy);
  return { trips, devices: isHidden ? 0 : devices };
}

/** What the largest devices make of one flow's week at most, or undefined where the source does not know. */
export function contributionsAt(
  { contributions, weeks }: FlowTable,
  flow: number,
  week: number,
  placesPerDevice: number,
): Contributions | undefined {
  if (contributions === undefined) return undefined;
  const { members, largest, second } = contributions;
  const parts = (members[flow] ?? []).map((member) => ({
    largest: largest[member * weeks + week] ?? 0,
    second: second[member * weeks + week] ?? 0,
  }));
  return parts.length === 1 ? parts[0] : boundContributions(parts, placesPerDevice);
}

/** The least number of distinct devices behind one flow's week, if in a week no device is in more than `placesPerDevice` flows. */
function leastDevices(table: FlowTable, cell: number, placesPerDevice: number): number {
  const shared = Math.floor((table.deviceSum[cell] ?? 0) / placesPerDevice);
  return Math.max(table.deviceMax[cell] ?? 0, shared);
}

function flowsOf(plan: FoldPlan, rows: readonly number[]): Flows {
  const numberOf = new Map<number, number>();
  const keys: number[] = [];
  const put = (key: number): number => {
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, keys.length);
    return keys.push(key) - 1;
  };
  for (const row of rows) put(keyOfRow(plan, row));
  const raw = keys.length;
  const next: number[] = [];
  // `keys` grows while it is read: a flow above has flows above it.
  for (const key of keys) {
    const above = keyAbove(plan, key);
    next.push(above < 0 ? -1 : put(above));
  }
  return { raw, numberOf, keys, next };
}

function keyOfRow({ cube, keys }: FoldPlan, row: number): number {
  const { origin, destination, mode } = cube.leaves;
  return keys.keyOf(origin[row] ?? 0, destination[row] ?? 0, mode[row] ?? 0);
}

/** The flow that `key` folds into: its origin goes up first, then its destination; −1 at the top. */
function keyAbove({ keys, ladder }: FoldPlan, key: number): number {
  const origin = keys.origin(key);
  const destination = keys.destination(key);
  const originAbove = ladder.next[origin] ?? -1;
  if (originAbove >= 0) return keys.keyOf(originAbove, destination, keys.mode(key));
  const destinationAbove = ladder.next[destination] ?? -1;
  return destinationAbove < 0 ? -1 : keys.keyOf(origin, destinationAbove, keys.mode(key));
}
