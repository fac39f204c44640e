import { cutLeaves } from '#src/disclosure/cut-leaves.ts';
import type { RawCube } from '#src/disclosure/cube.ts';
import { eligibilityWindows, type EligibilityWindow } from '#src/disclosure/eligibility-windows.ts';
import { flowKeys } from '#src/disclosure/flow-keys.ts';
import {
  leastDevices,
  tabulateFlows,
  type FlowTable,
  type FoldPlan,
} from '#src/disclosure/flow-table.ts';
import { foldLadder } from '#src/disclosure/fold-ladder.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { settleFlows } from '#src/disclosure/settle-flows.ts';

/**
 * The leaves of eligible flows, ascending by week, mode, origin code and destination code: privileged.
 * `devices` is a lower bound of the distinct devices. `gaps`: 1 per `destination × modes + mode` where an eligible flow has a week without trips.
 */
export type FoldedCube = {
  readonly leaves: RawCube['leaves'];
  readonly gaps: Uint8Array;
  readonly eligibleFlows: number;
  readonly withheldTrips: number;
};

type Writer = { readonly leaves: RawCube['leaves']; readonly gaps: Uint8Array; count: number };

/**
 * Moves the trips of flows that are about too few devices up to "elsewhere" flows, origin first, then destination, window by window.
 * What is too little even at the top is left out and counted. Source: docs/policy.md, paragraph 4.
 */
export function foldSmallFlows(cube: RawCube, policy: DisclosurePolicy): FoldedCube {
  const plan = { cube, policy, keys: flowKeys(cube.areas), ladder: foldLadder(cube.areas) };
  const writer = makeWriter(cube);
  let eligibleFlows = 0;
  let withheldTrips = 0;
  for (const { window, rows } of rowsByWindow(cube, policy.eligibilityWeeks)) {
    const table = tabulateFlows(plan, rows, window);
    const settled = settleFlows(plan, table);
    eligibleFlows += settled.kept.length;
    withheldTrips += settled.withheldTrips;
    writeWindow(plan, { window, table, kept: settled.kept }, writer);
  }
  const leaves = cutLeaves(writer.leaves, writer.count);
  return { leaves, gaps: writer.gaps, eligibleFlows, withheldTrips };
}

type WindowRows = { readonly window: EligibilityWindow; readonly rows: number[] };

function rowsByWindow(cube: RawCube, length: number): readonly WindowRows[] {
  const windows = eligibilityWindows(cube.weeks.length, length);
  const found = windows.map((window): WindowRows => ({ window, rows: [] }));
  const ofWeek = cube.weeks.map((_, week) => found.findLast(({ window }) => window.first <= week));
  cube.leaves.week.forEach((week, row) => ofWeek[week]?.rows.push(row));
  return found;
}

type SettledWindow = {
  readonly window: EligibilityWindow;
  readonly table: FlowTable;
  readonly kept: readonly number[];
};

function writeWindow(plan: FoldPlan, { window, table, kept }: SettledWindow, writer: Writer): void {
  const inOrder = kept.toSorted((a, b) => (table.keys[a] ?? 0) - (table.keys[b] ?? 0));
  for (let week = window.first; week < window.end; week += 1) {
    for (const flow of inOrder) {
      const cell = flow * table.weeks + week - window.first;
      const leaf = {
        week,
        key: table.keys[flow] ?? 0,
        trips: table.trips[cell] ?? 0,
        devices: leastDevices(table, cell, plan.policy.placesPerDevice),
      };
      writeLeaf(plan, leaf, writer);
    }
  }
}

type Leaf = {
  readonly week: number;
  readonly key: number;
  readonly trips: number;
  readonly devices: number;
};

function writeLeaf({ cube, keys }: FoldPlan, leaf: Leaf, writer: Writer): void {
  const { leaves, gaps, count } = writer;
  const destination = keys.destination(leaf.key);
  const mode = keys.mode(leaf.key);
  if (leaf.trips === 0) {
    gaps[destination * cube.modes.length + mode] = 1;
    return;
  }
  leaves.week[count] = leaf.week;
  leaves.origin[count] = keys.origin(leaf.key);
  leaves.destination[count] = destination;
  leaves.mode[count] = mode;
  leaves.trips[count] = leaf.trips;
  leaves.devices[count] = leaf.devices;
  writer.count += 1;
}

function makeWriter({ areas, modes, leaves }: RawCube): Writer {
  // Folding merges rows and never splits one, so the raw length is enough.
  const rows = leaves.trips.length;
  return {
    leaves: {
      week: new Uint16Array(rows),
      origin: new Uint16Array(rows),
      destination: new Uint16Array(rows),
      mode: new Uint8Array(rows),
      trips: new Float64Array(rows),
      devices: new Float64Array(rows),
    },
    gaps: new Uint8Array(areas.codes.length * modes.length),
    count: 0,
  };
}
