import { percentPrecision, protectionBound } from '#src/disclosure/percent-precision.ts';
import type { History, MeasuredChange } from '#src/finding.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import { roundHalfUp, saidPercent, saidRange } from '#src/statistics/said-percent.ts';
import { percentOf, type TypicalWeek } from '#src/statistics/typical-week.ts';

type Compared = Extract<TypicalWeek, { kind: 'range' | 'noRange' }>;
type Ranged = Extract<TypicalWeek, { kind: 'range' }>;

/** Share of earlier changes that "mostly" speaks of. */
const mostly = 0.8;

function historyOf(compared: Ranged): History {
  const sizes = compared.placebo
    .map((change) => Math.abs(percentOf(change)))
    .toSorted((a, b) => a - b);
  const size = sizes[Math.ceil(mostly * sizes.length) - 1] ?? 0;
  return {
    calendarWeeks: compared.historyCalendarWeeks,
    compared: sizes.length,
    asLarge: compared.asLarge,
    mostlyBelow: Math.floor(size) + 1,
  };
}

/** A change is clear if, as said and as computed, its range excludes no change, it is not small, and what is hidden could not have made half of it. */
function isClear(
  compared: Compared,
  to: 1 | 5,
  boundPoints: number,
  settings: MethodSettings,
): boolean {
  if (compared.kind === 'noRange') return false;
  const size = Math.abs(compared.percent);
  const isLarge = size >= settings.smallestClearPercent && size > 2 * boundPoints;
  return isLarge && excludesNoChange(compared, to);
}

/** Whether the range leaves out no change, as it is said too. */
function excludesNoChange({ percentLow, percentHigh }: Ranged, to: 1 | 5): boolean {
  const said = saidRange(percentLow, percentHigh, to);
  return said.low > 0 || said.high < 0;
}

/** A change is similar if it is small, as it is said too, and its range, where there is one, is that of a small change. */
function isSimilar(compared: Compared, to: 1 | 5, settings: MethodSettings): boolean {
  const { smallestClearPercent, similarWithinPercent } = settings;
  const said = Math.abs(saidPercent(compared.percent, to).value);
  if (Math.abs(compared.percent) >= smallestClearPercent || said > smallestClearPercent)
    return false;
  if (compared.kind === 'noRange' || excludesNoChange(compared, to)) return true;
  const { percentLow, percentHigh } = compared;
  return Math.max(Math.abs(percentLow), Math.abs(percentHigh)) <= similarWithinPercent;
}

/** What may be wrong with a week's total, in trips: the release's error bound E, and trips that may be counted elsewhere. */
export type Doubt = { readonly bound: number; readonly elsewhere: number };

/**
 * The comparison as it may be said, under what may be wrong with one week's total.
 * Undefined where the base is below 20 E: no percentage may be given.
 * Source: docs/method.md; docs/policy.md, paragraph 10.
 */
export function findChange(
  compared: Compared,
  { bound, elsewhere }: Doubt,
  rounding: number,
  settings: MethodSettings,
): MeasuredChange | undefined {
  const to = percentPrecision(compared.meanBefore, bound);
  if (to === undefined) return undefined;
  const percent = saidPercent(compared.percent, to);
  const most = bound + elsewhere;
  const boundPoints = protectionBound(compared.meanBefore, compared.meanAfter, most, most);
  const clear = isClear(compared, to, boundPoints, settings);
  return {
    kind: 'measured',
    verdict: clear
      ? compared.percent > 0
        ? 'rose'
        : 'fell'
      : isSimilar(compared, to, settings)
        ? 'similar'
        : 'unsure',
    percent,
    range:
      compared.kind === 'range'
        ? saidRange(compared.percentLow, compared.percentHigh, to)
        : undefined,
    beforeWeeks: compared.beforeWeeks,
    afterWeeks: compared.afterWeeks,
    meanBefore: roundHalfUp(compared.meanBefore, rounding),
    meanAfter: roundHalfUp(compared.meanAfter, rounding),
    history: compared.kind === 'range' ? historyOf(compared) : undefined,
  };
}
