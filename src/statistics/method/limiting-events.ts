import type { PolicyEvent } from '#src/policy-event.ts';
import { barriersOf } from '#src/statistics/trend/barriers-of.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import type { TypicalWeek } from '#src/statistics/typical-week.ts';
import { addDays, mondayOf } from '#src/week.ts';

/** The events that left a side with fewer weeks than were looked for: the last before the date and the first after it. */
export function limitingEvents(
  input: TrendInput,
  typical: TypicalWeek | undefined,
): readonly PolicyEvent[] {
  const { since, against, settings, lastDay } = input;
  if (since === undefined || typical === undefined || against === 'lastYear') return [];
  const { date } = since;
  const barriers = barriersOf(input);
  const from = addDays(mondayOf(date), -7 * settings.lookBackWeeks);
  const before = barriers.findLast((event) => event.date < date && event.date > from);
  const after = barriers.find((event) => event.date > date && event.date <= lastDay);
  return [
    typical.beforeWeeks.length < settings.beforeWeeks ? before : undefined,
    typical.afterWeeks.length < settings.afterWeeks ? after : undefined,
  ].filter((event) => event !== undefined);
}
