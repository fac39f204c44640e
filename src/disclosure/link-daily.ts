import { isSensitive } from '#src/disclosure/is-sensitive.ts';

/** One destination's week. `total`: its protected weekly total, all modes; `bound`: E of that total; `days`: the raw days, privileged. */
export type DailyWeek = {
  readonly total: number;
  readonly bound: number;
  readonly days: readonly { readonly trips: number; readonly devices: number }[];
};

/** `grain`: days are shared out in multiples of this many trips; it is the display rounding, and never below the threshold. */
export type DailyRule = {
  readonly threshold: number;
  readonly base: number;
  readonly grain: number;
};

/** A published day. A sensitive day is 0 or b. */
export type LinkedDay = { readonly trips: number; readonly sensitive: boolean };

/**
 * The days of a protected week: they add up to the protected total exactly, so they tell nothing new about it.
 *
 * A sensitive day is drawn as 0 or b with P(b) = trips ÷ b (1 from b on), as long as at least b stays for the other days.
 * A day without trips is 0. The other days share what is left in proportion to their raw trips, in grains, by largest remainder;
 * the largest day takes what is less than a grain. Grains matter: shares to the single trip would let a reader test which raw weekly
 * total makes all seven days whole numbers. Since the rest is at least b ≥ T and a grain at least T, no day is 1 to T − 1.
 * Undefined (no daily values) where the total is too small to say or no day has enough devices. Days have no proved bound of their own.
 * Source: docs/policy.md, paragraph 9.
 */
export function linkDaily(
  week: DailyWeek,
  rule: DailyRule,
  uniform: () => number,
): readonly LinkedDay[] | undefined {
  const sensitive = week.days.map(({ trips, devices }) =>
    isSensitive(trips, devices, rule.threshold),
  );
  const shares = week.days.map(({ trips }, day) => (sensitive[day] ? 0 : trips));
  if (isTooSmallForDays(week, rule) || shares.every((share) => share === 0)) return undefined;
  const drawn = drawDays(week, sensitive, rule.base, uniform);
  const rest = drawn.reduce((left, trips) => left - trips, week.total);
  const shared = shareOut(rest, shares, Math.max(rule.grain, rule.threshold));
  return week.days.map((_, day) => ({
    trips: (drawn[day] ?? 0) + (shared[day] ?? 0),
    sensitive: sensitive[day] === true,
  }));
}

/** Whether a week's total is too small to say, and so to have daily values. Source: docs/policy.md, paragraph 9. */
export function isTooSmallForDays(
  { total, bound }: Pick<DailyWeek, 'total' | 'bound'>,
  { base }: DailyRule,
): boolean {
  return total < 2 * bound || total < base;
}

function drawDays(
  { total, days }: DailyWeek,
  sensitive: readonly boolean[],
  base: number,
  uniform: () => number,
): readonly number[] {
  let left = total;
  return days.map(({ trips }, day) => {
    // A coin for every sensitive day, needed or not: one day's outcome does not shift the next day's coin.
    const isDrawn = sensitive[day] === true && uniform() * base < trips;
    if (!isDrawn || left < 2 * base) return 0;
    left -= base;
    return base;
  });
}

/** `rest` in proportion to `shares`: whole grains by largest remainder, the earlier day first; what is left over goes to the largest day. */
export function shareOut(
  rest: number,
  shares: readonly number[],
  grain: number,
): readonly number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const grains = Math.floor(rest / grain);
  const quotas = shares.map((share) => (grains * share) / whole);
  const counts = quotas.map(Math.floor);
  const missing = counts.reduce((left, count) => left - count, grains);
  const byRemainder = [...quotas.keys()].sort(
    (a, b) => (quotas[b] ?? 0) - (counts[b] ?? 0) - ((quotas[a] ?? 0) - (counts[a] ?? 0)) || a - b,
  );
  for (const day of byRemainder.slice(0, missing)) counts[day] = (counts[day] ?? 0) + 1;
  const largest = shares.indexOf(Math.max(...shares));
  return counts.map((count, day) => count * grain + (day === largest ? rest - grains * grain : 0));
}
