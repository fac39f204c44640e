import type { Change } from '#src/finding.ts';
import type { When } from '#src/grammar/ask.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { findChange } from '#src/statistics/find-change.ts';
import { tooFewAfter } from '#src/statistics/trend/too-few-after.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { typicalWeek, type TypicalWeek } from '#src/statistics/typical-week.ts';
import { addDays, mondayOf } from '#src/week.ts';

/** A comparison and the numbers behind it. */
export type Compared = { readonly typical: TypicalWeek; readonly change: Change };

const tooSmall = (input: TrendInput): Change => ({ kind: 'tooSmall', larger: input.spokenLarger });

/** Why nothing can be said of any week: no trips end here at all, or every week is withheld. */
function nothingToSay(input: TrendInput, weeks: readonly TrendWeek[]): Change | undefined {
  if (weeks.every(({ trips }) => trips.kind === 'published' && trips.value === 0))
    return { kind: 'noTrips' };
  return weeks.every(({ trips }) => trips.kind === 'suppressed') ? tooSmall(input) : undefined;
}

/** The ordinary weeks after the date asked about against those before it. `barriers`: ascending. */
export function compareAround(
  input: TrendInput,
  since: When,
  weeks: readonly TrendWeek[],
  barriers: readonly PolicyEvent[],
): Compared {
  const { bound, release, settings } = input;
  const dates = barriers.map(({ date }) => date);
  const typical = typicalWeek(weeks, since.date, dates, settings);
  const nothing = nothingToSay(input, weeks);
  if (nothing !== undefined) return { typical, change: nothing };
  switch (typical.kind) {
    case 'tooFewBefore': {
      const from = addDays(mondayOf(since.date), -7 * settings.lookBackWeeks);
      const barrier = barriers.findLast(({ date }) => date < since.date && date > from);
      const { beforeWeeks } = typical;
      return {
        typical,
        change: { kind: 'tooFewBefore', beforeWeeks, needed: settings.minimumBefore, barrier },
      };
    }
    case 'tooFewAfter':
      return { typical, change: tooFewAfter(input, since, typical.afterWeeks, weeks, barriers) };
    case 'range':
    case 'noRange':
      return {
        typical,
        change: findChange(typical, bound, release.rounding, settings) ?? tooSmall(input),
      };
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
  const typical = typicalWeek(weeks, last.week, [], settings);
  const nothing = nothingToSay(input, weeks);
  if (nothing !== undefined) return { typical, change: nothing };
  if (!last.ordinary || typical.kind === 'tooFewBefore' || typical.kind === 'tooFewAfter')
    return undefined;
  const change = findChange(typical, input.bound, input.release.rounding, settings);
  return { typical, change: change ?? tooSmall(input) };
}
