import type { ProtectedCube } from '#src/disclosure/cube.ts';
import { numberOfFlow } from '#src/disclosure/revise/flow-number.ts';
import { rowsByWeek } from '#src/disclosure/revise/rows-by-week.ts';
import type { RuleCount } from './gate-figures.ts';
import type { PublishedFigures } from './published-figures.ts';

type Columns = ProtectedCube['leaves'];

/** Whether a file's leaves and bounds are those that were protected, one by one: so are then all their sums, by destination, mode and week. */
export function checkWritten(
  published: PublishedFigures,
  cube: ProtectedCube,
): readonly RuleCount[] {
  const written = rowsByWeek(published.week, cube.weeks.length);
  const meant = rowsByWeek(cube.leaves.week, cube.weeks.length);
  const areas = cube.areas.codes.length;
  const broken = meant.reduce((sum, rows, week) => {
    const found = byLeaf(published, written[week] ?? [], areas);
    const wanted = byLeaf(cube.leaves, rows, areas);
    return sum + countOther(wanted, found) + countOther(found, wanted);
  }, 0);
  const other = cube.bound.filter((bound, column) => bound !== published.bound[column]);
  return [
    { rule: 'a leaf that is not what was protected', checked: published.week.length, broken },
    {
      rule: 'an error bound that is not what was protected',
      checked: cube.bound.length,
      broken: other.length,
    },
  ];
}

/** A leaf's trips by its number, those of a hidden one as a negative number. */
function byLeaf(columns: Columns, rows: readonly number[], areas: number): Map<number, number> {
  const { origin, destination, mode, trips, sensitive } = columns;
  const found = new Map<number, number>();
  for (const row of rows) {
    const flow = {
      origin: origin[row] ?? 0,
      destination: destination[row] ?? 0,
      mode: mode[row] ?? 0,
    };
    found.set(numberOfFlow(flow, areas), (trips[row] ?? 0) * (sensitive[row] === 1 ? -1 : 1));
  }
  return found;
}

function countOther(
  leaves: ReadonlyMap<number, number>,
  others: ReadonlyMap<number, number>,
): number {
  let count = 0;
  for (const [leaf, trips] of leaves) if (others.get(leaf) !== trips) count += 1;
  return count;
}
