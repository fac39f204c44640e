import { describe, expect, test } from 'vitest';
import { daysChart } from '#commands/days-chart.ts';
import { weekends } from '#charts/day-marks.ts';
import type { DayFinding } from '#src/day-finding.ts';
import { renderSvg } from '#src/edges/render/render-svg.ts';
import { findDays } from '#src/statistics/day/find-days.ts';
import { footerDays } from '#src/summary/day/chart-text-days.ts';
import { addDays, dayNumber } from '#src/week.ts';
import { readDrawing } from '#test/charts/drawn-labels.ts';
import { cutNumbers, goldenText } from '#test/charts/golden-file.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { dayCases, dayInput } from '#test/support/day-cases.ts';
import { trendInput } from '#test/support/trend-input.ts';

const dayMs = 86_400_000;

const found = (name: string): DayFinding => findDays(caseNamed(dayCases, name));

/** The rows of one data set of a specification. */
function rowsOf(name: string, set: string): readonly Record<string, unknown>[] {
  const spec = daysChart(found(name));
  // All data are kept in named sets.
  return (spec['datasets'] as Record<string, readonly Record<string, unknown>[]>)[set] ?? [];
}

const golden = [
  'events around, and synthetic data',
  'a week without figures by day',
  'some days too small',
  'an end that was asked for',
  'the last week, a holiday',
];

describe.each(golden)('%s', (name) => {
  const file = `day-${name.replaceAll(/\W+/gu, '-')}`;

  test('the specification is as recorded', () => {
    const spec = `${JSON.stringify(daysChart(found(name)), undefined, 1)}\n`;
    expect(spec).toBe(goldenText(`${file}.vl.json`, spec));
  });

  test('the drawing is as recorded', async () => {
    const svg = `${cutNumbers(await renderSvg(daysChart(found(name))))}\n`;
    expect(svg).toBe(goldenText(`${file}.svg`, svg));
  });
});

test.each(golden)('the line holds every published day, at noon, and no other: %s', (name) => {
  const published = found(name).days.flatMap(({ date, trips }) =>
    trips.kind === 'published'
      ? [{ date, trips: trips.value, middleMs: (dayNumber(date) + 0.5) * dayMs }]
      : [],
  );
  const line = rowsOf(name, 'line').map(({ week, trips, middleMs }) => ({
    date: week,
    trips,
    middleMs,
  }));
  const once = [...new Map(line.map((row) => [row.date, row])).values()];
  expect(once.toSorted((a, b) => Number(a.middleMs) - Number(b.middleMs))).toEqual(published);
});

test('a week without figures by day breaks the line, and has no mark', () => {
  const name = 'a week without figures by day';
  const runs = (date: string) =>
    rowsOf(name, 'line')
      .filter((row) => row['week'] === date)
      .map(({ run }) => run);
  expect(runs('2022-03-21')).toEqual([]);
  expect(runs('2022-03-20')).not.toEqual(runs('2022-03-28'));
  expect(readDrawing(daysChart(found(name))).texts.map(({ text }) => text)).not.toContain('[c]');
});

test('withheld days are marked, each run once', () => {
  const finding = found('some days too small');
  expect(finding.days.some(({ trips }) => trips.kind === 'suppressed')).toBe(true);
  const texts = readDrawing(daysChart(finding)).texts.map(({ text }) => text);
  expect(texts).toContain('[c]');
  expect(texts.join(' ')).toContain('[c]: withheld');
});

test('Saturdays and Sundays are shaded, and nothing else', () => {
  const days = found('events around, and synthetic data').days.map(({ date }) => dayNumber(date));
  const shaded = rowsOf('events around, and synthetic data', 'shades').flatMap(
    ({ fromMs, toMs }) => {
      const from = Number(fromMs) / dayMs;
      return Array.from({ length: Number(toMs) / dayMs - from }, (_, index) => from + index);
    },
  );
  // 1970-01-03 was a Saturday.
  expect(shaded).toEqual(days.filter((day) => [2, 3].includes(day % 7)));
});

test('weekends are not shaded where they would be too narrow', () => {
  const long = findDays(dayInput(trendInput(), {}, true));
  expect(long.days.length).toBeGreaterThan(26 * 7);
  expect(weekends(long)).toEqual([]);
  expect(
    footerDays(long, { startsAtZero: true, weekends: false })
      .map(({ text }) => text)
      .join(' '),
  ).not.toMatch(/weekends/u);
});

test('every label lies on the canvas', () => {
  for (const name of golden) {
    const { boxes, canvas } = readDrawing(daysChart(found(name)));
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(canvas.right);
      expect(box.bottom).toBeLessThanOrEqual(canvas.bottom);
    }
  }
});

test('a week in grey is one that is not compared', () => {
  const grey = rowsOf('a week without figures by day', 'line').filter(
    ({ tone }) => tone === 'unusual',
  );
  expect(grey.map(({ week }) => week)).toEqual(
    expect.arrayContaining(Array.from({ length: 7 }, (_, index) => addDays('2022-04-11', index))),
  );
});
