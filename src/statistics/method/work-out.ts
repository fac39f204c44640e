import { protectionBound } from '#src/disclosure/percent-precision.ts';
import type { MeasuredChange } from '#src/finding.ts';
import type { RangeWorking, Working } from '#src/method-finding.ts';
import { methodLimits } from '#src/statistics/method/method-limits.ts';
import { findRest } from '#src/statistics/trend/find-rest.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import type { TypicalWeek } from '#src/statistics/typical-week.ts';

type Measured = Extract<TypicalWeek, { kind: 'range' | 'noRange' }>;

/** Rounds to a hundredth. */
const toHundredth = (value: number): number => Math.round(100 * value) / 100;

/** Rounds to a tenth, and small numbers to two figures. */
const toFigures = (value: number): number =>
  value >= 10 ? Math.round(10 * value) / 10 : Number(value.toPrecision(2));

function rangeOf(typical: Measured): RangeWorking | undefined {
  if (typical.kind === 'noRange') return undefined;
  return {
    positions: typical.placebo.length,
    calendarWeeks: typical.historyCalendarWeeks,
    historyWeeks: typical.historyWeeks,
    comparedWeeks: typical.beforeWeeks.length + typical.afterWeeks.length,
    typicalPercent: toFigures(100 * typical.scale),
    degreesOfFreedom: typical.degreesOfFreedom,
    multiple: toHundredth(typical.critical),
  };
}

/** What keeps a change from being called a rise or fall: the conditions of `findChange`, one by one. */
function failedBy(
  typical: Measured,
  { range }: MeasuredChange,
  points: number,
  { settings }: TrendInput,
): Working['failed'] {
  const size = Math.abs(typical.percent);
  const saidClear = range !== undefined && (range.low > 0 || range.high < 0);
  return [
    ...(range === undefined ? ['noRange' as const] : saidClear ? [] : ['range' as const]),
    ...(size < settings.smallestClearPercent ? ['small' as const] : []),
    ...(size <= methodLimits.clearFrom * points ? ['protection' as const] : []),
  ];
}

/** The numbers behind a comparison that could be made, rounded for display. */
export function workOut(
  input: TrendInput,
  typical: TypicalWeek,
  change: MeasuredChange,
): Working | undefined {
  if (typical.kind !== 'range' && typical.kind !== 'noRange') return undefined;
  const rest = findRest(input, [...typical.beforeWeeks, ...typical.afterWeeks]);
  const most = input.bound + (rest?.trips ?? 0);
  const points = protectionBound(typical.meanBefore, typical.meanAfter, most, most);
  return {
    historyWeeks: typical.historyWeeks,
    range: rangeOf(typical),
    boundPoints: Math.ceil(10 * points) / 10,
    failed: failedBy(typical, change, points, input),
  };
}
