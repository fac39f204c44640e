import type { RawCube } from '#src/disclosure/cube.ts';
import type { EligibilityWindow } from '#src/disclosure/eligibility-windows.ts';
import type { FlowKeys } from '#src/disclosure/flow-keys.ts';
import type { FoldLadder } from '#src/disclosure/fold-ladder.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/** What folding reads. */
export type FoldPlan = {
  readonly cube: RawCube;
  readonly policy: DisclosurePolicy;
  readonly keys: FlowKeys;
  readonly ladder: FoldLadder;
};

/** Flows by number: those of some rows, and all that they may be folded into. `next[i]` is the flow above flow i, or −1. */
type Flows = {
  readonly numberOf: ReadonlyMap<number, number>;
  readonly keys: readonly number[];
  readonly next: readonly number[];
};

/** Figures at `flow × weeks + week`: trips, and the sum and the largest of the device counts of the flows folded together. */
export type FlowTable = Flows & {
  readonly weeks: number;
  readonly trips: Float64Array;
  readonly deviceSum: Float64Array;
  readonly deviceMax: Float64Array;
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
  const table = { ...flows, weeks, trips: cells(), deviceSum: cells(), deviceMax: cells() };
  for (const row of rows) {
    const flow = flows.numberOf.get(keyOfRow(plan, row)) ?? 0;
    const cell = flow * weeks + (week[row] ?? 0) - window.first;
    addFigures(table, cell, trips[row] ?? 0, devices[row] ?? 0, devices[row] ?? 0);
  }
  return table;
}

/** Adds figures to one flow's week. */
export function addFigures(
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

/** The least number of distinct devices behind one flow's week, if in a week no device is in more than `placesPerDevice` flows. */
export function leastDevices(table: FlowTable, cell: number, placesPerDevice: number): number {
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
  const next: number[] = [];
  // `keys` grows while it is read: a flow above has flows above it.
  for (const key of keys) {
    const above = keyAbove(plan, key);
    next.push(above < 0 ? -1 : put(above));
  }
  return { numberOf, keys, next };
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
