import { describe, expect, test } from 'vitest';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { altTrend } from '#src/summary/trend/alt-trend.ts';
import { footerTrend, subtitleTrend } from '#src/summary/trend/chart-text-trend.ts';
import { sayTrend } from '#src/summary/trend/say-trend.ts';
import { titleTrend } from '#src/summary/trend/title-trend.ts';
import { testWords } from '#test/support/test-words.ts';
import { trendCases } from '#test/support/trend-cases.ts';

describe.each(Object.entries(trendCases))('%s', (_name, input) => {
  const finding = findTrend(input);
  const sentences = sayTrend(finding).map(({ text }) => text);

  testWords({
    finding,
    sentences: sayTrend(finding),
    chart: [
      titleTrend(finding),
      subtitleTrend(finding),
      ...footerTrend(finding, false),
      altTrend(finding),
    ],
    recorded: [titleTrend(finding).text, ...sentences],
  });

  test('the verb agrees with the number and the range', () => {
    const { change } = finding;
    if (change?.kind !== 'measured') return;
    const { percent, range, verdict } = change;
    if (range !== undefined) {
      expect(range.low).toBeLessThanOrEqual(percent.value);
      expect(range.high).toBeGreaterThanOrEqual(percent.value);
    }
    if (verdict === 'rose') expect(Math.min(percent.value, range?.low ?? 0)).toBeGreaterThan(0);
    if (verdict === 'fell') expect(Math.max(percent.value, range?.high ?? 0)).toBeLessThan(0);
    const all = [titleTrend(finding).text, sentences[0] ?? ''];
    if (percent.value < 0) for (const text of all) expect(text).not.toMatch(/rose|higher/u);
    if (percent.value > 0) for (const text of all) expect(text).not.toMatch(/fell|lower/u);
  });
});

test('the cases reach every kind of change and every verdict', () => {
  const found = Object.values(trendCases).map((input) => findTrend(input).change);
  expect(new Set(found.map((change) => change?.kind))).toEqual(
    new Set([
      'measured',
      'tooSmall',
      'tooSoon',
      'tooFewBefore',
      'cutShort',
      'noTrips',
      'partlyKnown',
      undefined,
    ]),
  );
  expect(
    new Set(found.flatMap((change) => (change?.kind === 'measured' ? [change.verdict] : []))),
  ).toEqual(new Set(['rose', 'fell', 'unsure', 'similar']));
});
