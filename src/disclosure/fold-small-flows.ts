import { chooseBase } from '#src/disclosure/choose-base.ts';
import type { RawCube } from '#src/disclosure/cube.ts';
import {
  eligibilityWindows,
  firstWritten,
  type EligibilityWindow,
} from '#src/disclosure/eligibility-windows.ts';
import { flowKeys } from '#src/disclosure/flow-keys.ts';
import {
  figuresAt,
  tabulateFlows,
  type FlowFigures,
  type FlowTable,
  type FoldPlan,
} from '#src/disclosure/flow-table.ts';
import { foldLadder } from '#src/disclosure/fold-ladder.ts';
import {
  makeLeafWriter,
  reserveLeaves,
  writeLeaf,
  writtenLeaves,
  type LeafWriter,
} from '#src/disclosure/leaf-writer.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { settleFlows, type SettledFlows } from '#src/disclosure/settle-flows.ts';

/**
 * A raw flow whose trips were moved, in weeks `first` to `end` − 1 (those that its window writes). Areas and mode by index.
 * `toOrigin` and `toDestination`: where they went in the end, both −1 where they are withheld.
 */
export type FoldMove = {
  readonly first: number;
  readonly end: number;
  readonly mode: number;
  readonly origin: number;
  readonly destination: number;
  readonly toOrigin: number;
  readonly toDestination: number;
};

/**
 * The leaves of eligible flows, ascending by week (as the windows come), mode, origin code and destination code: privileged.
 * `devices` is a lower bound of the distinct devices, 0 where one or two of them make most of the leaf: that makes it sensitive.
 * `gaps`: 1 per `destination × modes + mode` where an eligible flow has a week without trips. Where zeros are protected there are no gaps:
 * such a week is a leaf of one trip and no device, so that it is drawn just as a week of one trip is, and `padded` is 1 for it.
 * `moves`: one per window and raw flow of it that was moved, in no order.
 */
export type FoldedCube = {
  readonly leaves: RawCube['leaves'];
  readonly padded: Uint8Array;
  readonly gaps: Uint8Array;
  readonly moves: readonly FoldMove[];
  readonly eligibleFlows: number;
  readonly withheldTrips: number;
};

type Writer = {
  readonly leaves: LeafWriter;
  readonly gaps: Uint8Array;
  readonly moves: FoldMove[];
};

/**
 * Moves the trips of flows that are about too few devices, or would lose trips by capping, up to "elsewhere" flows, origin first, then
 * destination, window by window. What is about too few even at the top is left out and counted.
 * `windows` may overlap as far as they do not write the same weeks; weeks that none of them writes are in no figure.
 * Source: docs/policy.md, paragraph 4.
 */
export function foldSmallFlows(
  cube: RawCube,
  policy: DisclosurePolicy,
  windows = eligibilityWindows(cube.weeks.length, policy.eligibilityWeeks),
): FoldedCube {
  const plan = planOf(cube, policy);
  const writer = makeWriter(cube);
  let eligibleFlows = 0;
  let withheldTrips = 0;
  for (const { window, rows } of rowsByWindow(cube, windows)) {
    const table = tabulateFlows(plan, rows, window);
    const settled = settleFlows(plan, table);
    eligibleFlows += settled.kept.length;
    withheldTrips += tripsWithheld(table, settled, window);
    writeWindow(plan, { window, table, settled }, writer);
  }
  const { gaps, moves } = writer;
  return { ...writtenLeaves(writer.leaves), gaps, moves, eligibleFlows, withheldTrips };
}

function planOf(cube: RawCube, policy: DisclosurePolicy): FoldPlan {
  const { areas, leaves } = cube;
  const base = chooseBase(leaves, policy);
  return { cube, policy, base, keys: flowKeys(areas), ladder: foldLadder(areas) };
}

type WindowRows = { readonly window: EligibilityWindow; readonly rows: number[] };

function rowsByWindow(cube: RawCube, windows: readonly EligibilityWindow[]): readonly WindowRows[] {
  const found = windows.map((window): WindowRows => ({ window, rows: [] }));
  const ofWeek = cube.weeks.map((_, week) =>
    found.filter(({ window }) => window.first <= week && week < window.end),
  );
  cube.leaves.week.forEach((week, row) => {
    for (const { rows } of ofWeek[week] ?? []) rows.push(row);
  });
  return found;
}

/** Trips of the written weeks that are still at a flow which is withheld: one at the top, since every other flow was moved up. */
function tripsWithheld(
  table: FlowTable,
  { target }: SettledFlows,
  window: EligibilityWindow,
): number {
  const from = firstWritten(window) - window.first;
  let sum = 0;
  target.forEach((to, flow) => {
    if (to >= 0 || (table.next[flow] ?? -1) >= 0) return;
    for (let week = from; week < table.weeks; week += 1)
      sum += table.trips[flow * table.weeks + week] ?? 0;
  });
  return sum;
}

type SettledWindow = {
  readonly window: EligibilityWindow;
  readonly table: FlowTable;
  readonly settled: SettledFlows;
};

function writeWindow(plan: FoldPlan, of: SettledWindow, writer: Writer): void {
  const { window, table, settled } = of;
  const inOrder = settled.kept.toSorted((a, b) => (table.keys[a] ?? 0) - (table.keys[b] ?? 0));
  const first = firstWritten(window);
  if (plan.policy.zeros === 'protected')
    reserveLeaves(writer.leaves, inOrder.length * (window.end - first));
  for (let week = first; week < window.end; week += 1) {
    for (const flow of inOrder) {
      const figures = figuresAt(table, flow, week - window.first, plan.policy);
      writeFigures(plan, { week, key: table.keys[flow] ?? 0, figures }, writer);
    }
  }
  writeMoves(plan, of, writer);
}

type Figures = { readonly week: number; readonly key: number; readonly figures: FlowFigures };

/** The cost of a protected zero is one trip on average: P(b) = 1 ÷ b. */
const noTrips = { trips: 1, devices: 0, padded: true };

function writeFigures({ cube, policy, keys }: FoldPlan, of: Figures, writer: Writer): void {
  const origin = keys.origin(of.key);
  const destination = keys.destination(of.key);
  const mode = keys.mode(of.key);
  const place = { week: of.week, origin, destination, mode };
  if (of.figures.trips > 0) writeLeaf(writer.leaves, { ...place, ...of.figures, padded: false });
  else if (policy.zeros === 'protected') writeLeaf(writer.leaves, { ...place, ...noTrips });
  else writer.gaps[destination * cube.modes.length + mode] = 1;
}

function writeMoves(
  { keys }: FoldPlan,
  { window, table, settled }: SettledWindow,
  { moves }: Writer,
): void {
  const weeks = { first: firstWritten(window), end: window.end };
  for (let flow = 0; flow < table.raw; flow += 1) {
    const to = settled.target[flow] ?? -1;
    if (to === flow) continue;
    const key = table.keys[flow] ?? 0;
    const keyTo = table.keys[to];
    moves.push({
      ...weeks,
      mode: keys.mode(key),
      origin: keys.origin(key),
      destination: keys.destination(key),
      toOrigin: keyTo === undefined ? -1 : keys.origin(keyTo),
      toDestination: keyTo === undefined ? -1 : keys.destination(keyTo),
    });
  }
}

function makeWriter({ areas, modes, leaves }: RawCube): Writer {
  // Folding merges rows and never splits one, so the raw length is enough where zeros are not written.
  return {
    leaves: makeLeafWriter(leaves.trips.length),
    gaps: new Uint8Array(areas.codes.length * modes.length),
    moves: [],
  };
}
