import type { DailyRow, DayInput } from '#src/statistics/day/day-input.ts';
import { dayWindow } from '#src/statistics/day/day-window.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { addDays, dayNumber, type IsoDate } from '#src/week.ts';
import { trendCases } from '#test/support/trend-cases.ts';
import { event, release, trendInput, weeklyRows } from '#test/support/trend-input.ts';

/** How a week's trips fall on its days, Monday first. */
const shares = [0.14, 0.15, 0.15, 0.15, 0.17, 0.14, 0.1];

/** The days of a trend's weeks, each week split alike; `keep` says which days have a figure. */
export function daysOfWeeks(
  trend: TrendInput,
  keep: (date: IsoDate) => boolean = () => true,
  split: readonly number[] = shares,
): readonly DailyRow[] {
  const rows = everyWeek(trend)
    .filter(({ value }) => value > 0)
    .flatMap(({ week, value }) =>
      split.map((share, index) => ({
        date: addDays(week, index),
        trips: Math.round(value * share),
      })),
    )
    .filter(({ date }) => keep(date));
  // Only tests may call invented rows protected.
  return rows as unknown as readonly DailyRow[];
}

/** Days of a trend around its date, as the command reads them. */
export function dayInput(
  trend: TrendInput,
  part: Partial<Pick<DayInput, 'rows'>> = {},
  untilAsked = false,
): DayInput {
  const window = dayWindow(trend, untilAsked);
  const rows = (part.rows ?? daysOfWeeks(trend)).filter(
    ({ date }) => date >= window.from && date <= window.until,
  );
  return { trend, window, rows };
}

const all = { value: 'all', label: 'All transport' };
const isNot = (monday: IsoDate) => (date: IsoDate) =>
  date < monday || dayNumber(date) > dayNumber(monday) + 6;

const special: Readonly<Record<string, DayInput>> = {
  'a week without figures by day': dayInput(trendInput({ mode: all }), {
    rows: daysOfWeeks(trendInput(), isNot('2022-03-21')),
  }),
  'no figures by day at all': dayInput(trendInput(), { rows: [] }),
  'some days too small': dayInput(
    trendInput({ rows: weeklyRows((index) => (index < 62 ? 1 : 1.4), 6000) }),
  ),
  'days that leave out a little': dayInput(trendInput(), {
    rows: daysOfWeeks(trendInput(), undefined, [...shares.slice(0, 6), 0.08]),
  }),
  'days that tie': dayInput(trendInput({ bound: 0 }), {
    rows: daysOfWeeks(
      trendInput(),
      undefined,
      Array.from({ length: 7 }, () => 1 / 7),
    ),
  }),
  'an end that was asked for': dayInput(trendInput({ lastDay: '2022-05-29', mode: all }), {}, true),
  'one week after': dayInput(
    trendInput({ since: { date: '2022-12-07', event: undefined }, mode: all }),
  ),
  'events around, and synthetic data': dayInput(
    trendInput({
      mode: all,
      release: { ...release, synthetic: true },
      events: [event({}), event({ slug: 'b', date: '2022-03-31', kind: 'storm', label: 'Storm' })],
    }),
  ),
};

/** Every trend that ends in a place, by day, and what only days can be. */
export const dayCases: Readonly<Record<string, DayInput>> = {
  ...Object.fromEntries(
    Object.entries(trendCases)
      .filter(([, { ends, mode }]) => ends.origin === undefined && mode?.value !== 'rail')
      .map(([name, trend]) => [name, dayInput(trend)]),
  ),
  ...special,
};
