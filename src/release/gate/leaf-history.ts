import type { RawCube } from '#src/disclosure/cube.ts';
import type { Baseline } from '#src/disclosure/revise/baseline.ts';
import { numberOfRow } from '#src/disclosure/revise/flow-number.ts';
import type { Shares } from './device-bound.ts';
import type { GateFigures } from './gate-figures.ts';
import { movedFlows } from './leaf-of-flow.ts';

/** What a raw flow has in one week. `shares`: undefined where no release ever knew them; all in one device's hands where only this one does not. */
type Member = {
  readonly trips: number;
  readonly devices: number;
  readonly shares: Shares | undefined;
};

/** Raw flows of one leaf and week, by number. */
export type Members = ReadonlyMap<number, Member>;

/** What a leaf of an earlier week stands for now, what it was last published for, and what every exact figure before that stood for. */
export type LeafHistory = {
  readonly now: Members;
  readonly last: Members;
  readonly past: readonly Members[];
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
  const [last, ...past] = before === undefined ? [] : earlierSets(before, week, to, areas);
  const known = (before?.flows.contributions ?? raw.leaves.contributions) !== undefined;
  const members = (columns: Columns, rows: readonly number[] = []): Members =>
    membersOf(columns, rows, { areas, known });
  return (leaf) => ({
    now: members(raw.leaves, now.get(leaf)),
    last: last === undefined ? new Map() : members(last.columns, last.leaves.get(leaf)),
    past: past.flatMap(({ columns, leaves }) => {
      const rows = leaves.get(leaf);
      return rows === undefined ? [] : [members(columns, rows)];
    }),
  });
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

type Reading = { readonly areas: number; readonly known: boolean };

const membersOf = (columns: Columns, rows: readonly number[], { areas, known }: Reading): Members =>
  new Map(
    rows.map((row) => [
      numberOfRow(columns, row, areas),
      {
        trips: columns.trips[row] ?? 0,
        devices: columns.devices[row] ?? 0,
        shares: known ? sharesAt(columns, row) : undefined,
      },
    ]),
  );

function sharesAt({ trips, contributions }: Columns, row: number): Shares {
  const largest = contributions?.largest[row] ?? Number.NaN;
  if (Number.isNaN(largest)) return { largest: trips[row] ?? 0, second: 0 };
  return { largest, second: contributions?.second[row] ?? 0 };
}
