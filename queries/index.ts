import { areaAliases } from '#queries/area-aliases.ts';
import { areas } from '#queries/areas.ts';
import { calendar } from '#queries/calendar.ts';
import { dailyTrips } from '#queries/daily-trips.ts';
import { errorBound } from '#queries/error-bound.ts';
import { events } from '#queries/events.ts';
import { flows } from '#queries/flows.ts';
import { modes } from '#queries/modes.ts';
import { weeklyByMode } from '#queries/weekly-by-mode.ts';
import { weeklyByPlace } from '#queries/weekly-by-place.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import type { Query } from '#src/ports.ts';

/** Every question that may be put to a warehouse. The closed list: what is not in it cannot be run. */
export const queries: readonly Query[] = [
  areaAliases,
  areas,
  calendar,
  dailyTrips,
  errorBound,
  events,
  flows,
  modes,
  weeklyByMode,
  weeklyByPlace,
  weeklyTrips,
];
