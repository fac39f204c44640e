import type { RawCube } from '#src/disclosure/cube.ts';
import { flowKeys } from '#src/disclosure/flow-keys.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import type { Baseline, StandingLeaves } from './baseline.ts';
import { findTouchedLeaves, type TouchedLeaf } from './find-touched-leaves.ts';
import { standingColumns, type StandingRow } from './flow-columns.ts';
import { flowOfNumber, numberOfRow } from './flow-number.ts';
import { judgeTouchedLeaf, type Standing } from './judge-touched-leaf.ts';

import { replaceLeaves, type JudgedTouchedLeaf, type Replaced } from './replace-leaves.ts';
import type { RevisionRule } from './revision-rule.ts';

/** What a revision came to: for the operator alone. `frozenTrips`: what frozen figures lack or have too much, added up without its sign. */
export type RevisionFigures = {
  readonly weeksAdded: number;
  readonly revised: number;
  readonly frozen: number;
  readonly frozenTrips: number;
};

/**
 * The earlier weeks after a revision. `changed`: leaves to publish anew, ascending by week, mode, origin code and destination code; those that
 * are sensitive are still to be capped and drawn.
 */
export type RevisedLeaves = Replaced & {
  readonly changed: StandingLeaves;
  readonly figures: Omit<RevisionFigures, 'weeksAdded'>;
};

/** Judges every leaf whose raw flows have changed in the baseline's weeks. Source: docs/policy.md, paragraph 14. */
export function reviseLeaves(
  cube: RawCube,
  baseline: Baseline,
  policy: DisclosurePolicy,
): RevisedLeaves {
  const touched = findTouchedLeaves(baseline, cube);
  const rule = ruleOf(cube, baseline, policy);
  const standingOf = standings(touched, baseline, cube.areas.codes.length);
  const judged = touched.map((leaf): JudgedTouchedLeaf => {
    const standing = standingOf(leaf.week, leaf.leaf);
    return { ...leaf, standing, ...judgeTouchedLeaf(leaf, standing, rule) };
  });
  const frozen = judged.filter(({ decision }) => decision === 'freeze');
  const anew = inOrder(
    judged.filter(({ decision }) => decision !== 'freeze'),
    cube,
  );
  return {
    ...replaceLeaves(cube, baseline, anew),
    changed: standingColumns(anew.map((leaf) => rowOf(leaf, cube))),
    figures: {
      revised: anew.length,
      frozen: frozen.length,
      frozenTrips: frozen.reduce((sum, { changed }) => sum + changed, 0),
    },
  };
}

const ruleOf = (
  cube: RawCube,
  { base, flows }: Baseline,
  policy: DisclosurePolicy,
): RevisionRule => ({
  ...policy,
  base,
  knowsContributions: (flows.contributions ?? cube.leaves.contributions) !== undefined,
});

const unseen: Standing = { published: 'nothing', hidden: false };

/** How each touched leaf stands. */
function standings(
  touched: readonly TouchedLeaf[],
  { leaves }: Baseline,
  areas: number,
): (week: number, leaf: number) => Standing {
  const found = new Map<number, Map<number, Standing>>();
  for (const { week } of touched) found.set(week, new Map());
  leaves.week.forEach((week, row) => {
    found.get(week)?.set(numberOfRow(leaves, row, areas), standingOfRow(leaves, row));
  });
  return (week, leaf) => found.get(week)?.get(leaf) ?? unseen;
}

function standingOfRow({ published, sensitive, drawn }: StandingLeaves, row: number): Standing {
  const undrawn = (published[row] ?? 0) > 0 ? 'exact' : 'nothing';
  return { published: sensitive[row] === 1 ? 'drawn' : undrawn, hidden: drawn[row] === 1 };
}

function inOrder(
  leaves: readonly JudgedTouchedLeaf[],
  cube: RawCube,
): readonly JudgedTouchedLeaf[] {
  const keys = flowKeys(cube.areas);
  const keyOf = (leaf: TouchedLeaf): number => {
    const { origin, destination, mode } = placeOf(leaf, cube);
    return keys.keyOf(origin, destination, mode);
  };
  return leaves.toSorted((a, b) => a.week - b.week || keyOf(a) - keyOf(b));
}

function rowOf(leaf: JudgedTouchedLeaf, cube: RawCube): StandingRow {
  const { figure, decision, padded, standing } = leaf;
  const sensitive = decision === 'draw';
  const drawn = sensitive || standing.hidden || standing.published !== 'exact';
  return { ...placeOf(leaf, cube), ...figure, published: figure.trips, sensitive, padded, drawn };
}

const placeOf = ({ week, leaf }: TouchedLeaf, { areas }: RawCube) => ({
  week,
  ...flowOfNumber(leaf, areas.codes.length),
});
