import type { Change } from '#src/finding.ts';
import type { When } from '#src/grammar/ask.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { findChange } from '#src/statistics/find-change.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import { barriersOf } from '#src/statistics/trend/barriers-of.ts';
import { findRest, mostUnknownPercent, type Rest } from '#src/statistics/trend/find-rest.ts';
import { tooFewAfter } from '#src/statistics/trend/too-few-after.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { typicalWeek, type TypicalWeek } from '#src/statistics/typical-week.ts';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** A comparison and the numbers behind it. */
export type Compared = { readonly typical: TypicalWeek; readonly change: Change };

const tooSmall = (input: TrendInput): Change => ({ kind: 'tooSmall', larger: input.spokenLarger });

/** The weeks that an answer is about: those compared, else the last one. */
export function weeksUsed(
  typical: TypicalWeek | undefined,
  weeks: readonly TrendWeek[],
): readonly IsoDate[] {
  const used = typical === undefined ? [] : [...typical.beforeWeeks, ...typical.afterWeeks];
  return used.length > 0 ? used : weeks.slice(-1).map(({ week }) => week);
}

/** Why nothing can be said of any week: no trips end here at all, or every week is withheld. */
function nothingToSay(input: TrendInput, weeks: readonly TrendWeek[]): Change | undefined {
  if (weeks.every(({ trips }) => trips.kind === 'published' && trips.value === 0))
    return { kind: 'noTrips' };
  return weeks.every(({ trips }) => trips.kind === 'suppressed') ? tooSmall(input) : undefined;
}

/** What may be said of a comparison, if there is anything to say. Where too many of the trips are counted elsewhere, nothing more is. */
export function settle(
  input: TrendInput,
  weeks: readonly TrendWeek[],
  typical: TypicalWeek,
  change: (rest: Rest | undefined) => Change | undefined,
): Compared | undefined {
  const rest = findRest(input, weeksUsed(typical, weeks));
  if (rest !== undefined && rest.known.percent > mostUnknownPercent)
    return { typical, change: { kind: 'partlyKnown', larger: input.rest?.larger } };
  const said = nothingToSay(input, weeks) ?? change(rest);
  return said && { typical, change: said };
}

/** A comparison that could be made, as it may be said. */
export function measure(
  input: TrendInput,
  typical: Extract<TypicalWeek, { kind: 'range' | 'noRange' }>,
  settings: MethodSettings,
  rest: Rest | undefined,
): Change {
  const doubt = { bound: input.bound, elsewhere: rest?.trips ?? 0 };
  return findChange(typical, doubt, input.release.rounding, settings) ?? tooSmall(input);
}

/** The ordinary weeks after the date asked about against those before it. */
export function compareAround(
  input: TrendInput,
  since: When,
  weeks: readonly TrendWeek[],
): Compared | undefined {
  const barriers = barriersOf(input);
  const dates = barriers.map(({ date }) => date);
  const typical = typicalWeek(weeks, since.date, dates, input.settings);
  return settle(input, weeks, typical, (rest) =>
    changeAround(input, typical, rest, { since, weeks, barriers }),
  );
}

type Around = {
  readonly since: When;
  readonly weeks: readonly TrendWeek[];
  readonly barriers: readonly PolicyEvent[];
};

function changeAround(
  input: TrendInput,
  typical: TypicalWeek,
  rest: Rest | undefined,
  { since, weeks, barriers }: Around,
): Change {
  const { settings } = input;
  switch (typical.kind) {
    case 'tooFewBefore': {
      const from = addDays(mondayOf(since.date), -7 * settings.lookBackWeeks);
      const barrier = barriers.findLast(({ date }) => date < since.date && date > from);
      const { beforeWeeks } = typical;
      return { kind: 'tooFewBefore', beforeWeeks, needed: settings.minimumBefore, barrier };
    }
    case 'tooFewAfter':
      return tooFewAfter(input, since, typical.afterWeeks, weeks, barriers);
    case 'range':
    case 'noRange':
      return measure(input, typical, settings, rest);
    default:
      return typical satisfies never;
  }
}

/** The last week against the ordinary weeks before it; undefined where the last week is not ordinary or nothing ordinary is before it. */
export function compareLatest(
  input: TrendInput,
  weeks: readonly TrendWeek[],
): Compared | undefined {
  const last = weeks.at(-1);
  if (last === undefined) return undefined;
  const settings = { ...input.settings, afterWeeks: 1, minimumAfter: 1 };
  const barriers = barriersOf(input);
  const dates = barriers.map(({ date }) => date);
  const typical = typicalWeek(weeks, last.week, dates, settings);
  return settle(input, weeks, typical, (rest) => {
    if (!last.ordinary || typical.kind === 'tooFewAfter') return undefined;
    if (typical.kind !== 'tooFewBefore') return measure(input, typical, settings, rest);
    const around = { since: { date: last.week, event: undefined }, weeks, barriers };
    return changeAround(input, typical, rest, around);
  });
}
