import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import type { TrendFinding } from '#src/finding.ts';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { dateWords } from '#src/date-words.ts';
import { tripsWords } from '#src/summary/facts.ts';
import { countWords, say, type Fact, type Sentence } from '#src/summary/sentence.ts';
import { altTrend } from '#src/summary/trend/alt-trend.ts';
import { footerTrend, subtitleTrend } from '#src/summary/trend/chart-text-trend.ts';
import { sayTrend } from '#src/summary/trend/say-trend.ts';
import { titleTrend } from '#src/summary/trend/title-trend.ts';
import { addDays } from '#src/week.ts';
import { trendCases } from '#test/support/trend-cases.ts';

const banned =
  /\b(led to|due to|because of|drove|driven|boosted|impact|effect of|following|despite|thanks to|significant\w*|caused|mobility|baseline|WFH|OD|LAD|CI|surged|soared|plunged|slumped|plummeted)\b/iu;
const causeCaveat = /^Other things changed at the same time, so this does not show /u;

const everything = (finding: TrendFinding): readonly Sentence[] => [
  ...sayTrend(finding),
  titleTrend(finding),
  subtitleTrend(finding),
  ...footerTrend(finding, false),
  altTrend(finding),
];

/** What stands in the finding at a JSON pointer. */
const lookUp = (finding: TrendFinding, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], finding);

/** The ways a value may be said, worked out again from the value alone. */
function waysToSay(value: unknown): readonly string[] {
  if (typeof value === 'number') {
    const size = Math.abs(value).toLocaleString('en-GB');
    return [size, `${size}%`, tripsWords(value)];
  }
  const words = String(value);
  const iso = /^\d{4}-\d\d-\d\d$/u.test(words);
  return iso
    ? [dateWords(words), dateWords(addDays(words, 6))]
    : [words, words.charAt(0).toLowerCase() + words.slice(1)];
}

const numbers = /\d[\d,.]*(?:%| million| billion)?/gu;
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(numbers)].map(([token]) => token.replace(/[.,]$/u, ''));

/** Every number in the words must be in one of their facts, and every fact must say what stands in the finding. */
function untraced(sentence: Sentence, finding: TrendFinding): readonly string[] {
  const said = sentence.facts.flatMap(({ shown }) => numbersIn(shown));
  const loose = numbersIn(sentence.text).filter((token) => !said.includes(token));
  const wrong = sentence.facts.filter(
    ({ shown, from, value }) =>
      lookUp(finding, from) !== value || !waysToSay(value).includes(shown),
  );
  return [...loose, ...wrong.map(({ shown, from }) => `${shown} from ${from}`)];
}

describe.each(Object.entries(trendCases))('%s', (_name, input) => {
  const finding = findTrend(input);
  const sentences = sayTrend(finding).map(({ text }) => text);

  test('says this', () => {
    expect([titleTrend(finding).text, ...sentences].join('\n')).toMatchSnapshot();
  });

  test('every number and name is traced to the finding', () => {
    for (const sentence of everything(finding))
      expect(untraced(sentence, finding), sentence.text).toEqual([]);
  });

  test('sentences are short, plain and end in a full stop', () => {
    for (const text of sentences) {
      expect(countWords(text), text).toBeLessThanOrEqual(25);
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
      expect(text).not.toMatch(/–|—|undefined|NaN|−0|  /u);
    }
  });

  test('no word claims a cause, judges or is jargon', () => {
    for (const { text } of everything(finding)) {
      if (!causeCaveat.test(text)) expect(text).not.toMatch(banned);
    }
  });

  test('a reader of 14 can read it', () => {
    const words = sentences.join(' ').split(/\s+/u);
    const grade = fleschKincaid({
      sentence: sentences.length,
      word: words.length,
      syllable: words.reduce((total, word) => total + Math.max(1, syllable(word)), 0),
    });
    expect(grade).toBeLessThanOrEqual(9);
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
    new Set(['measured', 'tooSmall', 'tooSoon', 'tooFewBefore', 'cutShort', 'noTrips', undefined]),
  );
  expect(
    new Set(found.flatMap((change) => (change?.kind === 'measured' ? [change.verdict] : []))),
  ).toEqual(new Set(['rose', 'fell', 'unsure', 'similar']));
});

test('a number in fixed words is refused, and a wrong fact is found', () => {
  expect(() => say`We have 4 weeks.`).toThrow('make it a fact');
  expect(() => say`We have ${'4'} weeks.`).toThrow('make it a fact');
  const finding = findTrend(trendCases['a clear rise'] ?? fail());
  const wrong: Fact = { shown: '12%', from: '/change/percent/value', value: 12 };
  expect(untraced(say`Trips rose by ${wrong}.`, finding)).toHaveLength(1);
  const misquoted: Fact = { shown: '99%', from: '/change/percent/value', value: 20 };
  expect(untraced(say`Trips rose by ${misquoted}.`, finding)).toHaveLength(1);
  expect(untraced({ text: 'Trips rose by 7%.', facts: [] }, finding)).toEqual(['7%']);
});

function fail(): never {
  throw new Error('no such case');
}
