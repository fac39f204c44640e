import { expect, test } from 'vitest';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { say, type Fact } from '#src/summary/sentence.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { bannedWords, untracedIn } from '#test/support/traced-words.ts';
import { trendCases } from '#test/support/trend-cases.ts';

const finding = findTrend(caseNamed(trendCases, 'a clear rise'));

test('a number in fixed words is refused', () => {
  expect(() => say`We have 4 weeks.`).toThrow('make it a fact');
  expect(() => say`We have ${'4'} weeks.`).toThrow('make it a fact');
});

test('a wrong fact and a loose number are found', () => {
  const wrong: Fact = { shown: '12%', from: '/change/percent/value', value: 12 };
  expect(untracedIn(say`Trips rose by ${wrong}.`, finding)).toHaveLength(1);
  const misquoted: Fact = { shown: '99%', from: '/change/percent/value', value: 20 };
  expect(untracedIn(say`Trips rose by ${misquoted}.`, finding)).toHaveLength(1);
  expect(untracedIn({ text: 'Trips rose by 7%.', facts: [] }, finding)).toEqual(['7%']);
});

test('only a level may be said in the plural', () => {
  const plural = (from: string): Fact => ({ shown: 'regions', from, value: 'region' });
  const { level } = finding.area;
  expect(level).toBe('region');
  expect(untracedIn(say`${plural('/level')}`, { level })).toEqual([]);
  expect(untracedIn(say`${plural('/area/level')}`, finding)).toHaveLength(1);
});

test('a word that claims a cause is found', () => {
  expect('Trips rose because of the rule.').toMatch(bannedWords);
});
