import type { Area } from '#src/area.ts';
import type { CalendarRow } from './calendar.ts';
import { closureOf } from './closure.ts';

/** Share of the areas at the foot of a place that must be flagged for the place to be. */
const mostOf = 0.5;

/**
 * Adds the flags that a place takes from its parts: a week that is not ordinary in at least half of the areas at its foot is
 * not ordinary in it. `rows` hold in the area named and all below it; places that they already reach get no second flag.
 */
export function inheritFlags(
  rows: readonly CalendarRow[],
  areas: readonly Area[],
): readonly CalendarRow[] {
  const parents = new Set(areas.map(({ parent }) => parent));
  const feet = new Set(
    areas
      .filter(({ code, level }) => level !== 'elsewhere' && !parents.has(code))
      .map(({ code }) => code),
  );
  const below = new Map<string, Set<string>>();
  for (const { ancestor, descendant } of closureOf(areas)) {
    if (feet.has(descendant))
      below.set(ancestor, (below.get(ancestor) ?? new Set()).add(descendant));
  }
  const groups = Map.groupBy(rows, ({ week, kind }) => `${week} ${kind}`);
  return [...rows, ...[...groups.values()].flatMap((group) => inheritedBy(group, below))];
}

/** The places that take the flag of one week and kind from their parts; the label is that of the largest part. */
function inheritedBy(
  group: readonly CalendarRow[],
  below: ReadonlyMap<string, ReadonlySet<string>>,
): readonly CalendarRow[] {
  const bySize = group.toSorted((a, b) => sizeOf(b.area, below) - sizeOf(a.area, below));
  const flagged = new Set(bySize.flatMap(({ area }) => [...(below.get(area) ?? [])]));
  const [largest] = bySize;
  if (largest === undefined) return [];
  return [...below].flatMap(([area, feet]) => {
    const reached = bySize.some(
      (row) => feet.size > 0 && feet.isSubsetOf(below.get(row.area) ?? new Set()),
    );
    const share = [...feet].filter((foot) => flagged.has(foot)).length / feet.size;
    return reached || share < mostOf ? [] : [{ ...largest, area }];
  });
}

const sizeOf = (area: string, below: ReadonlyMap<string, ReadonlySet<string>>): number =>
  below.get(area)?.size ?? 0;
