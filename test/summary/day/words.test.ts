import { describe, expect, test } from 'vitest';
import type { DayFinding } from '#src/day-finding.ts';
import { findDays } from '#src/statistics/day/find-days.ts';
import { altDays } from '#src/summary/day/alt-days.ts';
import { footerDays, subtitleDays } from '#src/summary/day/chart-text-days.ts';
import { hasDays } from '#src/summary/day/has-days.ts';
import { sayDays } from '#src/summary/day/say-days.ts';
import { tableDays } from '#src/summary/day/table-days.ts';
import { titleDays } from '#src/summary/day/title-days.ts';
import { countWords } from '#src/summary/sentence.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { dayCases } from '#test/support/day-cases.ts';
import { testWords } from '#test/support/test-words.ts';

const found = (name: string): DayFinding => findDays(caseNamed(dayCases, name));
const said = (name: string) =>
  sayDays(found(name))
    .map(({ text }) => text)
    .join('\n');

describe.each(Object.entries(dayCases))('%s', (_name, input) => {
  const finding = findDays(input);

  testWords({
    finding,
    sentences: sayDays(finding),
    chart: [
      titleDays(finding),
      subtitleDays(finding),
      ...footerDays(finding, { startsAtZero: false, weekends: true }),
      altDays(finding),
    ],
    recorded: [titleDays(finding).text, ...sayDays(finding).map(({ text }) => text)],
  });

  test('the title has at most 15 words', () => {
    expect(countWords(titleDays(finding).text)).toBeLessThanOrEqual(15);
  });

  test('the table has a row a day, and says which weeks are compared', () => {
    const { rows, key } = tableDays(finding);
    expect(rows).toHaveLength(finding.days.length);
    expect(key.every((index) => index >= 0 && index < rows.length)).toBe(true);
  });
});

test('days of the week are named where one stands out, and not where they tie', () => {
  expect(said('a clear rise')).toMatch(/Fridays were busiest .* Sundays quietest/u);
  expect(said('days that tie')).not.toMatch(/busiest/u);
  expect(said('one week after')).not.toMatch(/busiest/u);
});

test('where no day may be shown, the answer says that it has weeks', () => {
  expect(hasDays(found('no figures by day at all'))).toBe(false);
  expect(said('no figures by day at all')).toMatch(/the table shows weeks\./u);
  expect(said('no figures by day at all')).not.toMatch(/the chart shows days/u);
});

test('a table of days is not said to hold weeks', () => {
  expect(said('too small for a percentage')).not.toMatch(/the table shows days|day by day/u);
  expect(said('some days too small')).toMatch(/the table has them day by day/u);
});

test('the rows of a table say what their weeks are used for', () => {
  const { rows } = tableDays(found('a clear rise'));
  const uses = new Map(rows.map(([date, , , use]) => [date, use]));
  expect(uses.get('16 March 2022')).toBe('the date');
  expect(uses.get('17 March 2022')).toBe('week of the date');
  expect(uses.get('13 March 2022')).toBe('week before');
  expect(uses.get('21 March 2022')).toBe('week after');
  expect(uses.get('11 April 2022')).toBe('Spring holiday');
});
