import { expect, test } from 'vitest';
import { displayTrips } from '#src/disclosure/display-cell.ts';
import { percentPrecision, protectionBound } from '#src/disclosure/percent-precision.ts';
import { findChange } from '#src/statistics/find-change.ts';
import { methodLimits } from '#src/statistics/method/method-limits.ts';
import { methodRules } from '#src/statistics/method/method-rules.ts';
import { settings } from '#test/support/trend-input.ts';

const bound = 1000;
const ranged = (logChange: number, placebo: readonly number[]) => ({
  kind: 'range' as const,
  beforeWeeks: ['2022-01-03', '2022-01-10'],
  afterWeeks: ['2022-01-24', '2022-01-31'],
  meanBefore: 1e6,
  meanAfter: 1e6 * Math.exp(logChange),
  logChange,
  percent: 100 * Math.expm1(logChange),
  historyWeeks: 20,
  historyCalendarWeeks: 26,
  placebo,
  scale: 0.001,
  degreesOfFreedom: 5,
  critical: 2.5,
  percentLow: 100 * Math.expm1(logChange - 0.0025),
  percentHigh: 100 * Math.expm1(logChange + 0.0025),
  probability: 0.001,
  asLarge: 0,
});

test('trips are shown from the limit that is said', () => {
  const least = methodLimits.shownFrom * bound;
  expect(displayTrips(least, bound, 10).kind).toBe('published');
  expect(displayTrips(least - 1, bound, 10).kind).toBe('suppressed');
});

test('percentages are said from the limits that are said', () => {
  const { percentFrom, wholePercentFrom, nearestPercent } = methodLimits;
  expect(percentPrecision(wholePercentFrom * bound, bound)).toBe(1);
  expect(percentPrecision(wholePercentFrom * bound - 1, bound)).toBe(nearestPercent);
  expect(percentPrecision(percentFrom * bound, bound)).toBe(nearestPercent);
  expect(percentPrecision(percentFrom * bound - 1, bound)).toBeUndefined();
});

test('a change is clear from as many times what protection could do as is said', () => {
  const compared = ranged(0.05, [0.001]);
  const points = (each: number) =>
    protectionBound(compared.meanBefore, compared.meanAfter, each, each);
  // The bound at which the change is just as many times what protection could do.
  const edge = compared.percent / (methodLimits.clearFrom * points(1));
  const verdict = (each: number) =>
    findChange(compared, { bound: 1, elsewhere: each - 1 }, 10, settings)?.verdict;
  expect(verdict(edge * 0.999)).toBe('rose');
  expect(verdict(edge * 1.001)).toBe('unsure');
});

test('“mostly” is the share of earlier changes that is said', () => {
  const sizes = Array.from({ length: 100 }, (_, index) => Math.log1p((index + 0.5) / 100));
  const change = findChange(ranged(0.05, sizes), { bound: 1, elsewhere: 0 }, 10, settings);
  expect(change?.history?.mostlyBelow).toBe(methodLimits.mostly);
});

test('the likely range holds what the tail leaves', () => {
  expect(methodRules({ ...settings, tail: 0.05 }).likelyPercent).toBe(95);
  expect(methodRules({ ...settings, tail: 0.1 }).likelyPercent).toBe(90);
});
