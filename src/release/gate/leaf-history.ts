import type { RawCube } from '#src/disclosure/cube.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import type { Baseline } from '#src/disclosure/revise/baseline.ts';
import { numberOfRow } from '#src/disclosure/revise/flow-number.ts';
import type { FlowSum, Shares } from './device-bound.ts';
import type { GateFigures } from './gate-figures.ts';
import { movedFlows } from './leaf-of-flow.ts';

/** Raw flows of one leaf and week, by number. */
type Members = ReadonlyMap<number, { readonly trips: number; readonly devices: number }>;

/** What a leaf of an earlier week stands for now, and what every figure ever published of it stood for. `sum`: the flows as they are now. */
export type LeafHistory = {
  readonly now: Members;
  readonly earlier: readonly Members[];
  readonly sum: FlowSum;
};

/** The histories of the leaves of one week that was published before. */
export function makeHistory(
  { raw, before, baseline }: GateFigures,
  week: number,
): (leaf: number) => LeafHistory {
  const areas = raw.areas.codes.length;
  const moves = baseline.moves.filter(({ first, end }) => first <= week && week < end);
  const to = movedFlows(moves, areas);
  const now = leavesOf(raw.leaves, rowsOf(raw.leaves, week), to, areas);
  const sets = before === undefined ? [] : earlierSets(before, week, to, areas);
  return (leaf) => {
    const rows = now.get(leaf) ?? [];
    const earlier = sets.flatMap((set, at): readonly Members[] => {
      const of = set.leaves.get(leaf);
      if (of !== undefined) return [membersOf(set.columns, of, areas)];
      return at === 0 ? [new Map()] : [];
    });
    return { now: membersOf(raw.leaves, rows, areas), earlier, sum: sumOf(raw.leaves, rows) };
  };
}

type LeafSet = {
  readonly columns: Columns;
  readonly leaves: ReadonlyMap<number, readonly number[]>;
};

/** What the last release stands for, then each version before it. */
function earlierSets(
  { flows, past }: Baseline,
  week: number,
  to: ReadonlyMap<number, number>,
  areas: number,
): readonly LeafSet[] {
  const versions = Map.groupBy(rowsOf(past, week), (row) => past.version[row] ?? 0);
  return [
    { columns: flows, leaves: leavesOf(flows, rowsOf(flows, week), to, areas) },
    ...[...versions.values()].map((rows) => ({
      columns: past,
      leaves: leavesOf(past, rows, to, areas),
    })),
  ];
}

const rowsOf = ({ week }: Columns, wanted: number): readonly number[] =>
  [...week.keys()].filter((row) => week[row] === wanted);

type Columns = RawCube['leaves'];

/** Rows by leaf. */
function leavesOf(
  columns: Columns,
  rows: readonly number[],
  to: ReadonlyMap<number, number>,
  areas: number,
): ReadonlyMap<number, readonly number[]> {
  return Map.groupBy(rows, (row) => {
    const flow = numberOfRow(columns, row, areas);
    return to.get(flow) ?? flow;
  });
}

const membersOf = (columns: Columns, rows: readonly number[], areas: number): Members =>
  new Map(
    rows.map((row) => [
      numberOfRow(columns, row, areas),
      { trips: columns.trips[row] ?? 0, devices: columns.devices[row] ?? 0 },
    ]),
  );

function sumOf({ trips, devices, contributions }: Columns, rows: readonly number[]): FlowSum {
  const add = (column: Float64Array): number =>
    rows.reduce((sum, row) => sum + (column[row] ?? 0), 0);
  const shares = rows.map((row): Shares => ({
    largest: contributions?.largest[row] ?? 0,
    second: contributions?.second[row] ?? 0,
  }));
  return {
    trips: add(trips),
    deviceSum: add(devices),
    deviceMost: rows.reduce((most, row) => Math.max(most, devices[row] ?? 0), 0),
    shares: contributions && shares,
  };
}

/**
 * Whether the change from what was published last, and from every figure before it, is about enough trips and devices. One that returns to the
 * very trips of an earlier figure tells nothing beside it. Source: docs/policy.md, paragraph 14.
 */
export function isSeenChange({ now, earlier }: LeafHistory, policy: DisclosurePolicy): boolean {
  return earlier.every((then, at) => {
    const trips = tripsOf(now) - tripsOf(then);
    if (at > 0 && trips === 0) return true;
    return Math.abs(trips) >= policy.threshold && moved(then, now, policy) >= policy.threshold;
  });
}

const tripsOf = (members: Members): number =>
  [...members.values()].reduce((sum, { trips }) => sum + trips, 0);

/** The fewest devices that came or went. */
function moved(then: Members, now: Members, { placesPerDevice }: DisclosurePolicy): number {
  const flows = [...new Set([...then.keys(), ...now.keys()])];
  const by = flows.map((flow) => (now.get(flow)?.devices ?? 0) - (then.get(flow)?.devices ?? 0));
  const come = by.reduce((sum, each) => sum + Math.max(0, each), 0);
  const gone = by.reduce((sum, each) => sum + Math.max(0, -each), 0);
  const most = by.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
  return Math.max(most, Math.floor(come / placesPerDevice), Math.floor(gone / placesPerDevice));
}
