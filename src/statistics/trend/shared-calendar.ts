import type { Area } from '#src/area.ts';
import { feetOf, holdsInMost } from '#src/feet.ts';
import type { CalendarRow } from '#src/statistics/ordinary-weeks.ts';

/** A place with the flags that hold in it. */
export type PlaceCalendar = { readonly place: Area; readonly rows: readonly CalendarRow[] };

/** The flags of some places taken together: those whose week is flagged in most of them, by the areas at their feet. */
export function sharedCalendar(
  calendars: readonly PlaceCalendar[],
  areas: readonly Area[],
): readonly CalendarRow[] {
  const feet = feetOf(areas);
  const feetOfPlace = ({ place }: PlaceCalendar) => feet.get(place.code);
  const all = new Set(calendars.flatMap((one) => [...(feetOfPlace(one) ?? [])]));
  const inMost = (week: string) =>
    holdsInMost(
      all,
      calendars.filter(({ rows }) => rows.some((row) => row.week === week)).map(feetOfPlace),
    );
  return calendars.flatMap(({ rows }) => rows).filter(({ week }) => inMost(week));
}
