import type { FlowsPeriod } from '#src/flows-finding.ts';
import type { SpokenCalendar } from '#src/statistics/flows/flows-input.ts';
import { flagWeeks } from '#src/statistics/ordinary-weeks.ts';
import { addDays, type IsoDate, mondayOf } from '#src/week.ts';

type Asked = { readonly since: IsoDate | undefined; readonly until: IsoDate | undefined };
type Data = { readonly firstDay: IsoDate; readonly lastDay: IsoDate };

/**
 * The Mondays of the whole weeks asked for, ascending, within the data. Without a start: the last week up to the end.
 * A period without a whole week gives the last week that ends by then.
 */
export function wholeWeeks(
  { since, until }: Asked,
  { firstDay, lastDay }: Data,
): readonly IsoDate[] {
  const end = until === undefined || until > lastDay ? lastDay : until;
  const last = addDays(mondayOf(addDays(end, 1)), -7);
  const start = since === undefined ? last : mondayOf(addDays(since, 6));
  const first = start < firstDay ? firstDay : start;
  const weeks: IsoDate[] = [];
  for (let week = first; week <= last; week = addDays(week, 7)) weeks.push(week);
  return weeks.length === 0 ? [last < firstDay ? firstDay : last] : weeks;
}

/** The period with those of its weeks that are not ordinary. */
export function flowsPeriod(
  weeks: readonly IsoDate[],
  calendars: readonly SpokenCalendar[],
): FlowsPeriod {
  const flags = flagWeeks(calendars.flatMap(({ rows }) => rows));
  const flagged = weeks.filter((week) => flags.has(week));
  const labels = new Set(flagged.map((week) => flags.get(week)?.label ?? ''));
  return { weeks, flagged, labels: [...labels], places: flaggedPlaces(weeks, calendars) };
}

/** The places with weeks that are not ordinary; none where these are not the same weeks, for the same reasons. */
function flaggedPlaces(
  weeks: readonly IsoDate[],
  calendars: readonly SpokenCalendar[],
): readonly string[] {
  const found = calendars.map(({ spoken, rows }) => {
    const flags = flagWeeks(rows);
    const labels = weeks.map((week) => flags.get(week)?.label ?? '');
    return { spoken, flags: labels.join('|'), isFlagged: labels.some((label) => label !== '') };
  });
  const flagged = found.filter(({ isFlagged }) => isFlagged);
  const isAlike = new Set(flagged.map(({ flags }) => flags)).size === 1;
  return isAlike ? flagged.map(({ spoken }) => spoken) : [];
}
