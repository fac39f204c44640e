import type { Desk } from '#commands/command.ts';
import { calendar } from '#queries/calendar.ts';
import type { Area } from '#src/area.ts';
import type { Provenance } from '#src/ports.ts';
import { chainOf } from '#src/statistics/events-in-force.ts';
import type { PlaceCalendar } from '#src/statistics/trend/shared-calendar.ts';
import { addDays, type IsoDate } from '#src/week.ts';

/** The weeks that are not ordinary in each place and all that it lies in. `period`: Mondays, both counted. One query's provenance stands for all. */
export async function readCalendars(
  places: readonly Area[],
  period: { readonly from: IsoDate; readonly until: IsoDate },
  desk: Desk,
): Promise<{
  readonly calendars: readonly PlaceCalendar[];
  readonly provenance: readonly Provenance[];
}> {
  const found = await Promise.all(
    places.map((place) => {
      const around = chainOf(place, desk.vocabulary.areas).map(({ code }) => code);
      return desk.warehouse.run(calendar, { areas: around, ...period }, desk);
    }),
  );
  return {
    calendars: places.map((place, at) => ({ place, rows: found[at]?.rows ?? [] })),
    provenance: found.slice(0, 1).map(({ provenance }) => provenance),
  };
}

/** All weeks of the data and a year further, for what is yet to come. */
export const allWeeks = ({ warehouse: { release } }: Desk) => ({
  from: release.firstDay,
  until: addDays(release.lastDay, 366),
});
