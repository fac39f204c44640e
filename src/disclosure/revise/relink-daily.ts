import {
  isTooSmallForDays,
  shareOut,
  type DailyRule,
  type LinkedDay,
} from '#src/disclosure/link-daily.ts';

/** One destination's week whose published total has changed. `days`: as they were published. */
export type RevisedWeek = {
  readonly total: number;
  readonly bound: number;
  readonly days: readonly LinkedDay[];
};

/**
 * The days of a published week whose total was revised: drawn days keep their draw, the others share the new total in proportion to what was
 * published of them, in grains. Nothing raw goes in, so the days tell nothing beside the total and the days before.
 * Undefined (no daily values) where the total is too small. Source: docs/policy.md, paragraph 14.
 */
export function relinkDaily(
  { total, bound, days }: RevisedWeek,
  rule: DailyRule,
): readonly LinkedDay[] | undefined {
  const rest = days.reduce((left, { trips, sensitive }) => left - (sensitive ? trips : 0), total);
  const shares = days.map(({ trips, sensitive }) => (sensitive ? 0 : trips));
  if (isTooSmallForDays({ total, bound }, rule) || rest < rule.base) return undefined;
  if (shares.every((share) => share === 0)) return undefined;
  const shared = shareOut(rest, shares, Math.max(rule.grain, rule.threshold));
  return days.map(({ trips, sensitive }, day) => ({
    trips: sensitive ? trips : (shared[day] ?? 0),
    sensitive,
  }));
}
