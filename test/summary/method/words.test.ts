import { describe, expect, test } from 'vitest';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { findTrendMethod } from '#src/statistics/method/find-trend-method.ts';
import { sayTrendMethod } from '#src/summary/method/say-trend-method.ts';
import { tableSettings } from '#src/summary/method/table-settings.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { general, methodCases, sayMethod, trendsWorkedOut } from '#test/support/method-cases.ts';
import { testWords } from '#test/support/test-words.ts';
import { settings } from '#test/support/trend-input.ts';

describe.each(Object.entries(methodCases))('%s', (_name, finding) => {
  const { sentences, table } = sayMethod(finding);
  const texts = sentences.map(({ text }) => text);

  const rows = [table.columns, ...table.key.map((index) => table.rows[index] ?? [])];

  testWords({
    finding,
    sentences,
    recorded: [...texts, table.caption, ...rows.map((row) => row.join(' | '))],
    unproven: [table.caption, ...table.rows.flat()],
  });

  test('there is no picture to speak of', () => {
    for (const text of texts) expect(text).not.toMatch(/chart|picture/u);
  });
});

const said = (name: string): string =>
  sayTrendMethod(findTrendMethod(caseNamed(trendsWorkedOut, name), undefined))
    .map(({ text }) => text)
    .join('\n');

test('every setting of the method has a row with its value', () => {
  const { rows } = tableSettings(general);
  const byKey = new Map(rows.map(([, value, key]) => [key, value]));
  expect(Object.keys(methodSettings.shape).filter((key) => !byKey.has(key))).toEqual([]);
  for (const [key, value] of Object.entries(settings)) {
    if (key === 'tail') expect(byKey.get(key)).toBe('95%');
    else if (typeof value === 'number') expect(byKey.get(key)).toMatch(new RegExp(`^${value}%?$`));
  }
  expect(byKey.get('barrierKinds')).toBe('wfh_*, lockdown_*');
  expect(byKey.get('threshold')).toBe('10');
  expect(byKey.get('base')).toBe('none or 400');
});

test('the rule that stopped a comparison is named', () => {
  expect(said('too small for a percentage')).toMatch(/a mean before of 20 times that/u);
  expect(said('too small to say at all')).toMatch(/a total only from 2 times that/u);
  expect(said('too soon with one week')).toMatch(/need at least 2 ordinary weeks after/u);
  expect(said('too few weeks before')).toMatch(/need at least 2 ordinary weeks before/u);
  expect(said('cut short by another event')).toMatch(
    /do not reach across 31 March 2022, when the rule came back\./u,
  );
  expect(said('no trips at all')).toMatch(/no such trips/u);
  expect(said('from a place of which too little is known')).toMatch(/More than 5% could hide/u);
  expect(said('the last week, a holiday')).toMatch(/The last week is not ordinary/u);
  expect(said('no year before')).toMatch(/ordinary in both years/u);
});

test('why a change is not called a rise is said', () => {
  expect(said('a clear rise')).toMatch(/All of that holds here/u);
  expect(said('a rise we are not sure of')).toMatch(/Here the range includes no change, so/u);
  expect(said('no change to speak of')).toMatch(/the change is smaller/u);
  expect(said('a rise that protection could make')).toMatch(/could be half of it/u);
  expect(said('a wide range around a small change')).toMatch(/which it does not here/u);
  expect(said('a short history')).toMatch(/need 12 for a likely range/u);
});

test('events are named only where they left fewer weeks than were looked for', () => {
  expect(said('a barrier after it, with weeks enough')).toMatch(/reach across 6 April 2022/u);
  expect(said('a clear rise')).not.toMatch(/reach across/u);
});
