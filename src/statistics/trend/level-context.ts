import { percentPrecision } from '#src/disclosure/percent-precision.ts';
import type { LevelContext } from '#src/finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { saidPercent } from '#src/statistics/said-percent.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { percentOf, type TypicalWeek } from '#src/statistics/typical-week.ts';
import { addDays, mondayOf } from '#src/week.ts';

/** The weeks after against the last ordinary weeks before `beginning`, the event that began what has now ended. */
export function levelContext(
  beginning: PolicyEvent,
  typical: TypicalWeek,
  input: TrendInput,
  weeks: readonly TrendWeek[],
): LevelContext | undefined {
  if (typical.kind !== 'range' && typical.kind !== 'noRange') return undefined;
  const { settings, bound } = input;
  const from = addDays(mondayOf(beginning.date), -7 * settings.lookBackWeeks);
  const before = weeks
    .filter(({ week, ordinary }) => ordinary && week >= from && addDays(week, 6) < beginning.date)
    .slice(-settings.beforeWeeks);
  if (before.length < settings.minimumBefore) return undefined;
  const mean = before.reduce((total, { value }) => total + value, 0) / before.length;
  const to = percentPrecision(mean, bound);
  if (to === undefined) return undefined;
  return {
    event: beginning,
    percent: saidPercent(percentOf(Math.log(typical.meanAfter / mean)), to),
    weeks: before.map(({ week }) => week),
  };
}
