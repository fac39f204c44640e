import { isCronDay, type CronFields } from './cron.ts';
import { zoneOffset } from './zone-offset.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The runs of a cron expression on the clocks of a time zone, after `from` and not after `to`, in order. All in milliseconds. */
export function runsBetween(
  { fields, timeZone }: { readonly fields: CronFields; readonly timeZone: string },
  from: number,
  to: number,
): readonly number[] {
  const runs = new Set<number>();
  // No clock is more than a day from UTC, and none jumps by more than one.
  const first = Math.floor(from / dayMs) - 2;
  const last = Math.floor(to / dayMs) + 1;
  for (let day = first; day <= last; day += 1) {
    if (!isCronDay(fields, new Date(day * dayMs))) continue;
    for (const run of runsOfDay(fields, timeZone, day * dayMs))
      if (run > from && run <= to) runs.add(run);
  }
  return [...runs].toSorted((a, b) => a - b);
}

/** `day`: midnight of the day as if in UTC, as are the local times here. */
function runsOfDay(fields: CronFields, timeZone: string, day: number): readonly number[] {
  const before = zoneOffset(timeZone, day - dayMs);
  const locals = fields.hours.flatMap((hour) =>
    fields.minutes.map((minute) => day + hour * hourMs + minute * minuteMs),
  );
  if (before === zoneOffset(timeZone, day + 2 * dayMs))
    return locals.map((local) => local - before);
  return locals.flatMap((local) => {
    const instants = instantsOf(timeZone, local);
    if (fields.everyHour) return instants;
    return instants[0] ?? local - zoneOffset(timeZone, local - dayMs);
  });
}

/** The instants at which the clocks show a local time, oldest first: none where they skip it, two where they show it twice. */
function instantsOf(timeZone: string, local: number): readonly number[] {
  const offsets = new Set(
    [local - dayMs, local, local + dayMs].map((instant) => zoneOffset(timeZone, instant)),
  );
  return [...offsets]
    .map((offset) => local - offset)
    .filter((instant) => instant + zoneOffset(timeZone, instant) === local)
    .toSorted((a, b) => a - b);
}
