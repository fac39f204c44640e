import type { RawCube } from '#src/disclosure/cube.ts';
import type { Baseline, PastFlows, StandingLeaves } from './baseline.ts';
import type { Members, TouchedLeaf } from './find-touched-leaves.ts';
import {
  filterFlows,
  filterStanding,
  flowColumns,
  joinFlows,
  joinPast,
  type FlowRow,
} from './flow-columns.ts';
import { flowOfNumber, numberOfRow } from './flow-number.ts';
import type { JudgedLeaf, Standing } from './judge-touched-leaf.ts';

/** A touched leaf, how it stands and what becomes of it. */
export type JudgedTouchedLeaf = TouchedLeaf & JudgedLeaf & { readonly standing: Standing };

/** `kept`: the leaves that stay as they are published. `flows`: the raw flows that these and the leaves published anew stand for. */
export type Replaced = Pick<Baseline, 'flows' | 'past' | 'turned'> & {
  readonly kept: StandingLeaves;
};

/** Takes the leaves `anew` out of a baseline; their raw flows as they are now replace those they stood for, which are kept as past ones where they were exact. */
export function replaceLeaves(
  cube: RawCube,
  baseline: Baseline,
  anew: readonly JudgedTouchedLeaf[],
): Replaced {
  const { leaves, flows, past, turned } = baseline;
  if (anew.length === 0) return { kept: leaves, flows, past, turned };
  const areas = cube.areas.codes.length;
  const takenLeaves = takenBy(anew, ({ leaf }) => [leaf]);
  const takenFlows = takenBy(anew, ({ accepted }) => accepted.keys());
  const isIn = (taken: Taken, rows: RawCube['leaves'], row: number): boolean =>
    taken.get(rows.week[row] ?? 0)?.has(numberOfRow(rows, row, areas)) === true;
  const rest = filterFlows(flows, (row) => !isIn(takenFlows, flows, row));
  const present = anew.flatMap(({ week, now }) => rowsOf(week, now, areas));
  return {
    kept: filterStanding(leaves, (row) => !isIn(takenLeaves, leaves, row)),
    flows: joinFlows(rest, flowColumns(present)),
    past: joinPast(past, supersededBy(anew, past, areas)),
    turned: turnedBy(anew, turned, cube),
  };
}

/** Numbers by week. */
type Taken = ReadonlyMap<number, ReadonlySet<number>>;

function takenBy(
  leaves: readonly JudgedTouchedLeaf[],
  numbers: (leaf: JudgedTouchedLeaf) => Iterable<number>,
): Taken {
  const taken = new Map<number, Set<number>>();
  for (const leaf of leaves) {
    const ofWeek = taken.get(leaf.week) ?? new Set<number>();
    for (const number of numbers(leaf)) ofWeek.add(number);
    taken.set(leaf.week, ofWeek);
  }
  return taken;
}

function rowsOf(week: number, members: Members, areas: number): readonly FlowRow[] {
  return [...members].map(([flow, figure]) => ({ week, ...flowOfNumber(flow, areas), ...figure }));
}

function supersededBy(
  anew: readonly JudgedTouchedLeaf[],
  past: PastFlows,
  areas: number,
): PastFlows {
  const version = 1 + past.version.reduce((most, each) => Math.max(most, each), 0);
  const exact = anew.filter(({ standing }) => standing.published === 'exact');
  const rows = flowColumns(exact.flatMap(({ week, accepted }) => rowsOf(week, accepted, areas)));
  return { ...rows, version: new Uint16Array(rows.week.length).fill(version) };
}

/** Counts the leaves that were drawn or empty, or are now: what their columns' draws had in common no longer holds for them. */
function turnedBy(
  anew: readonly JudgedTouchedLeaf[],
  before: Float64Array,
  { areas, modes, weeks }: RawCube,
): Float64Array {
  const columns = areas.codes.length * modes.length;
  const turned = new Float64Array(columns * weeks.length);
  turned.set(before);
  for (const { week, leaf, decision, figure, standing } of anew) {
    if (standing.published === 'exact' && decision === 'exact' && figure.trips > 0) continue;
    const { destination, mode } = flowOfNumber(leaf, areas.codes.length);
    const cell = week * columns + destination * modes.length + mode;
    turned[cell] = (turned[cell] ?? 0) + 1;
  }
  return turned;
}
