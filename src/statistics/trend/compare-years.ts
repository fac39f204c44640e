import type { When } from '#src/grammar/ask.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { barriersOf } from '#src/statistics/trend/barriers-of.ts';
import { type Compared, measure, settle } from '#src/statistics/trend/compare.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { percentOf } from '#src/statistics/typical-week.ts';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** Weeks in the wake of an event: so long before the weeks of a year before one is worth saying. */
const wakeWeeks = 26;

/** The last barrier before the weeks of the year before, if they lie in its wake. */
export function yearBefore(
  input: TrendInput,
  compared: Compared | undefined,
): PolicyEvent | undefined {
  const first = compared?.change.kind === 'measured' ? compared.typical.beforeWeeks[0] : undefined;
  if (first === undefined) return undefined;
  const from = addDays(first, -7 * wakeWeeks);
  return barriersOf(input).findLast(({ date }) => date <= first && date >= from);
}

/** A year as whole weeks, so that every day is held against the same day of the week. */
const yearOfDays = 364;

type Pair = { readonly now: TrendWeek; readonly before: TrendWeek };

const mean = (weeks: readonly TrendWeek[]): number =>
  weeks.reduce((sum, { value }) => sum + value, 0) / weeks.length;

/** Whether a day lies in the weeks from one Monday to another, past the first day. */
const isWithin = (date: IsoDate, from: IsoDate | undefined, to: IsoDate): boolean =>
  from !== undefined && date > from && date <= addDays(to, 6);

/** The weeks that the question is about: the first ordinary ones soon after the date, as far as no barrier lies among them in either year, or the last week. */
function weeksAsked(
  input: TrendInput,
  since: When | undefined,
  pairs: readonly Pair[],
  last: TrendWeek | undefined,
): readonly Pair[] {
  if (since === undefined) return pairs.filter(({ now }) => now === last);
  const monday = mondayOf(since.date);
  const first = since.date === monday ? monday : addDays(monday, 7);
  const end = addDays(first, 7 * input.settings.lookBackWeeks);
  const asked = pairs
    .filter(({ now }) => now.week >= first && now.week < end)
    .slice(0, input.settings.afterWeeks);
  const cut = asked.findIndex(({ now, before }) =>
    barriersOf(input).some(
      ({ date }) =>
        isWithin(date, asked[0]?.now.week, now.week) ||
        isWithin(date, asked[0]?.before.week, before.week),
    ),
  );
  return cut < 0 ? asked : asked.slice(0, cut);
}

/**
 * The ordinary weeks after the date, or the last week, against the same weeks a year before: 52 weeks earlier, where both are ordinary.
 * There is no likely range: one earlier year shows nothing of how much years differ. Undefined with fewer than are needed.
 */
export function compareYears(
  input: TrendInput,
  since: When | undefined,
  weeks: readonly TrendWeek[],
): Compared | undefined {
  const { settings } = input;
  const byWeek = new Map(weeks.map((one) => [one.week, one]));
  const pairs = weeks.flatMap((now): Pair[] => {
    const before = byWeek.get(addDays(now.week, -yearOfDays));
    return before?.ordinary === true && now.ordinary ? [{ now, before }] : [];
  });
  const asked = weeksAsked(input, since, pairs, weeks.at(-1));
  if (asked.length < (since === undefined ? 1 : settings.minimumAfter)) return undefined;
  const [before, after] = [asked.map((pair) => pair.before), asked.map((pair) => pair.now)];
  const logChange = Math.log(mean(after)) - Math.log(mean(before));
  const typical = {
    kind: 'noRange' as const,
    beforeWeeks: before.map(({ week }) => week),
    afterWeeks: after.map(({ week }) => week),
    meanBefore: mean(before),
    meanAfter: mean(after),
    logChange,
    percent: percentOf(logChange),
    historyWeeks: 0,
    historyCalendarWeeks: 0,
  };
  return settle(input, weeks, typical, (rest) => measure(input, typical, settings, rest));
}
