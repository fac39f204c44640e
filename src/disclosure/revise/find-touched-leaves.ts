import type { RawCube } from '#src/disclosure/cube.ts';
import type { Contributions } from '#src/disclosure/is-dominated.ts';
import type { LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import { leafFigures } from '#src/disclosure/leaf-figures.ts';
import type { Baseline } from './baseline.ts';
import { numberOfRow } from './flow-number.ts';
import { leafOfFlow } from './leaf-of-flow.ts';
import { rowsByWeek } from './rows-by-week.ts';

/** Raw flows of one leaf and week, by number. A flow that is not in it has nothing. */
export type Members = ReadonlyMap<number, LeafFigures>;

/**
 * A leaf of an earlier week of which at least one raw flow has changed. `accepted`: what its published figure stands for;
 * `past`: what exact figures published before that stood for; `now`: as the flows are. `leaf` is its number, or `withheldLeaf`.
 */
export type TouchedLeaf = {
  readonly week: number;
  readonly leaf: number;
  readonly accepted: Members;
  readonly past: readonly Members[];
  readonly now: Members;
};

/** The leaves of the baseline's weeks with changed raw flows, ascending by week. */
export function findTouchedLeaves(baseline: Baseline, cube: RawCube): readonly TouchedLeaf[] {
  const accepted = rowsByWeek(baseline.flows.week, baseline.weeks);
  const now = rowsByWeek(cube.leaves.week, baseline.weeks);
  const past = rowsByWeek(baseline.past.week, baseline.weeks);
  const areas = cube.areas.codes.length;
  return accepted.flatMap((rows, week) => {
    const before = membersOf(baseline.flows, rows, areas);
    const after = membersOf(cube.leaves, now[week] ?? [], areas);
    const changed = changedFlows(before, after);
    if (changed.length === 0) return [];
    const leafOf = leafOfFlow(baseline.moves, week, areas);
    const groups = { before, after, past: pastVersions(baseline, past[week] ?? [], areas) };
    return gather(groups, new Set(changed.map(leafOf)), leafOf).map((leaf) => ({ week, ...leaf }));
  });
}

function membersOf(flows: RawCube['leaves'], rows: readonly number[], areas: number): Members {
  return new Map(rows.map((row) => [numberOfRow(flows, row, areas), leafFigures(flows, row)]));
}

function changedFlows(before: Members, after: Members): readonly number[] {
  const isSame = (flow: number, figure: LeafFigures): boolean => {
    const other = after.get(flow);
    if (other?.trips !== figure.trips || other.devices !== figure.devices) return false;
    return areSameContributions(other.contributions, figure.contributions);
  };
  const changed = [...before].flatMap(([flow, figure]) => (isSame(flow, figure) ? [] : [flow]));
  return [...changed, ...[...after.keys()].filter((flow) => !before.has(flow))];
}

/** What nobody knows does not differ. */
const areSameContributions = (a: Contributions | undefined, b: Contributions | undefined) =>
  a === undefined || b === undefined || (a.largest === b.largest && a.second === b.second);

function pastVersions(
  { past }: Baseline,
  rows: readonly number[],
  areas: number,
): readonly Members[] {
  const versions = Map.groupBy(rows, (row) => past.version[row] ?? 0);
  return [...versions.values()].map((group) => membersOf(past, group, areas));
}

type Groups = {
  readonly before: Members;
  readonly after: Members;
  readonly past: readonly Members[];
};

/** The members of the wanted leaves. A past version without a member of the leaf is none of it. */
function gather(
  { before, after, past }: Groups,
  wanted: ReadonlySet<number>,
  leafOf: (flow: number) => number,
): readonly Omit<TouchedLeaf, 'week'>[] {
  const accepted = byLeaf(before, wanted, leafOf);
  const now = byLeaf(after, wanted, leafOf);
  const versions = past.map((members) => byLeaf(members, wanted, leafOf));
  return [...wanted].map((leaf) => ({
    leaf,
    accepted: accepted.get(leaf) ?? new Map(),
    past: versions.flatMap((version) => version.get(leaf) ?? []),
    now: now.get(leaf) ?? new Map(),
  }));
}

function byLeaf(
  members: Members,
  wanted: ReadonlySet<number>,
  leafOf: (flow: number) => number,
): ReadonlyMap<number, Members> {
  const leaves = new Map<number, Map<number, LeafFigures>>();
  for (const [flow, figure] of members) {
    const leaf = leafOf(flow);
    if (!wanted.has(leaf)) continue;
    leaves.set(leaf, (leaves.get(leaf) ?? new Map<number, LeafFigures>()).set(flow, figure));
  }
  return leaves;
}
