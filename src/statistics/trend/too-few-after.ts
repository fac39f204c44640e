import type { Change } from '#src/finding.ts';
import type { When } from '#src/grammar/ask.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** The Sunday by which `missing` more ordinary weeks will have ended, counted from the week `from`, as far as the calendar knows. */
function sundayOfEnough(from: IsoDate, missing: number, flagged: ReadonlySet<IsoDate>): IsoDate {
  let week = from;
  for (let found = flagged.has(week) ? 0 : 1; found < missing; found += flagged.has(week) ? 0 : 1) {
    week = addDays(week, 7);
  }
  return addDays(week, 6);
}

/** Why there are too few ordinary weeks after the date: another event came too soon, or it is too soon to say. */
export function tooFewAfter(
  input: TrendInput,
  since: When,
  afterWeeks: readonly IsoDate[],
  weeks: readonly TrendWeek[],
  barriers: readonly PolicyEvent[],
): Change {
  const barrier = barriers.find(({ date }) => date > since.date && date <= input.lastDay);
  const needed = input.settings.minimumAfter;
  if (barrier !== undefined) return { kind: 'cutShort', afterWeeks, needed, barrier };
  const eventWeek = mondayOf(since.date);
  const firstAfter = since.date === eventWeek ? eventWeek : addDays(eventWeek, 7);
  const firstMissing = addDays(mondayOf(input.lastDay), 7);
  return {
    kind: 'tooSoon',
    afterWeeks,
    level: weeks.find(({ week }) => week === afterWeeks[0])?.trips,
    needed,
    askAfter: sundayOfEnough(
      firstMissing > firstAfter ? firstMissing : firstAfter,
      needed - afterWeeks.length,
      new Set(input.calendar.map(({ week }) => week)),
    ),
  };
}
