import type { TrendFinding } from '#src/finding.ts';
import type { MethodWeek, WeekUse } from '#src/method-finding.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import type { TypicalWeek } from '#src/statistics/typical-week.ts';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** A comparison as its weeks are shown. `typical`: absent where there was nothing to compare. */
export type Shown = {
  readonly input: TrendInput;
  readonly weeks: readonly TrendWeek[];
  readonly typical: TypicalWeek | undefined;
  readonly trend: TrendFinding;
};

/** The week that history ends before: that of the date, else the last. */
const pivotOf = ({ input, weeks }: Shown): IsoDate =>
  input.since === undefined ? (weeks.at(-1)?.week ?? '') : mondayOf(input.since.date);

function isHistory({ week, ordinary }: TrendWeek, shown: Shown): boolean {
  const { typical, input } = shown;
  const pivot = pivotOf(shown);
  const from = addDays(pivot, -7 * input.settings.historyWeeks);
  return typical?.kind === 'range' && ordinary && week >= from && week < pivot;
}

function usesOf(one: TrendWeek, shown: Shown): readonly WeekUse[] {
  const { typical, trend } = shown;
  return [
    ...(typical?.beforeWeeks.includes(one.week) === true ? ['before' as const] : []),
    ...(typical?.afterWeeks.includes(one.week) === true ? ['after' as const] : []),
    ...(isHistory(one, shown) ? ['history' as const] : []),
    ...(trend.context?.weeks.includes(one.week) === true ? ['level' as const] : []),
  ];
}

/** Whether an event that comparisons never reach across lies between a week and the date. */
function isBeyond({ week }: TrendWeek, { trend, input }: Shown, events: readonly IsoDate[]) {
  const date = input.since?.date;
  if (date === undefined || trend.against === 'lastYear') return false;
  return events.some((event) =>
    event < date ? week < event : addDays(week, 6) >= event && week >= mondayOf(date),
  );
}

function unusedFor(one: TrendWeek, shown: Shown, events: readonly IsoDate[]): MethodWeek['unused'] {
  const { since } = shown.input;
  if (since !== undefined && one.week === mondayOf(since.date) && one.week !== since.date)
    return 'date';
  if (!one.ordinary) return 'flagged';
  if (shown.trend.against === 'lastYear') return 'otherYear';
  return isBeyond(one, shown, events) ? 'beyondEvent' : 'notNeeded';
}

/** The first and the last week that the working rests on: the weeks compared, those looked through, and the history. */
function spanOf(shown: Shown): { readonly from: IsoDate; readonly to: IsoDate } {
  const { typical, trend, input, weeks } = shown;
  const pivot = pivotOf(shown);
  const compared = [...(typical?.beforeWeeks ?? []), ...(typical?.afterWeeks ?? [])];
  const reach =
    typical?.kind === 'range' ? input.settings.historyWeeks : input.settings.lookBackWeeks;
  const starts = [addDays(pivot, -7 * reach), ...(trend.context?.weeks ?? []), ...compared];
  const isMeasured = typical?.kind === 'range' || typical?.kind === 'noRange';
  const last = weeks.at(-1)?.week ?? pivot;
  const nextEvent = trend.change?.kind === 'cutShort' ? mondayOf(trend.change.barrier.date) : last;
  const ends = [pivot, ...(isMeasured ? compared : [nextEvent])];
  return { from: starts.toSorted()[0] ?? pivot, to: ends.toSorted().at(-1) ?? pivot };
}

/** The weeks of two years that are held against each other, and those left out between them. */
function isInEitherYear({ week }: TrendWeek, typical: TypicalWeek | undefined): boolean {
  const sides = [typical?.beforeWeeks ?? [], typical?.afterWeeks ?? []];
  return sides.some((side) => week >= (side[0] ?? '~') && week <= (side.at(-1) ?? ''));
}

/** Every week that the working rests on, with its use, and the weeks left out between them, with the reason. */
export function methodWeeks(shown: Shown, events: readonly IsoDate[]): readonly MethodWeek[] {
  const { from, to } = spanOf(shown);
  const isShown = (one: TrendWeek) =>
    shown.trend.against === 'lastYear'
      ? isInEitherYear(one, shown.typical)
      : one.week >= from && one.week <= to;
  return shown.weeks.filter(isShown).map((one) => {
    const uses = usesOf(one, shown);
    const { week, trips, flag } = one;
    const unused = uses.length > 0 ? undefined : unusedFor(one, shown, events);
    return { week, trips, flag, uses, unused };
  });
}
