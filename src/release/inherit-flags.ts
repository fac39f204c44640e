import type { Area } from '#src/area.ts';
import { feetOf, holdsInMost } from '#src/feet.ts';
import type { CalendarRow } from './calendar.ts';

/**
 * Adds the flags that a place takes from its parts: a week that is not ordinary in most of a place is not ordinary in it.
 * `rows` hold in the area named and all below it; places that they already reach get no second flag.
 */
export function inheritFlags(
  rows: readonly CalendarRow[],
  areas: readonly Area[],
): readonly CalendarRow[] {
  const feet = feetOf(areas.filter(({ level }) => level !== 'elsewhere'));
  const groups = Map.groupBy(rows, ({ week, kind }) => `${week} ${kind}`);
  return [...rows, ...[...groups.values()].flatMap((group) => inheritedBy(group, feet))];
}

/** The places that take the flag of one week and kind from their parts; the label is that of the largest part. */
function inheritedBy(
  group: readonly CalendarRow[],
  feet: ReturnType<typeof feetOf>,
): readonly CalendarRow[] {
  const held = group.map(({ area }) => feet.get(area));
  const sizeOf = ({ area }: CalendarRow) => feet.get(area)?.size ?? 0;
  const [largest] = group.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (largest === undefined) return [];
  return [...feet]
    .filter(([, place]) => !held.some((part) => part !== undefined && place.isSubsetOf(part)))
    .filter(([, place]) => holdsInMost(place, held))
    .map(([area]) => ({ ...largest, area }));
}
