import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { followUps } from '#src/grammar/follow-ups.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { someAsks } from '#test/support/some-asks.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  tubeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';
import type { IsoDate } from '#src/week.ts';
import { readingOf } from './outcomes.ts';

const next = (text: string, vocabulary: Vocabulary = ukVocabulary) =>
  followUps(readingOf(text, vocabulary).ask, vocabulary).map(
    ({ label, ask }) => `${label}: ${usage(ask, vocabulary)}`,
  );

test.each([
  [
    'region:London since:lift-date',
    [
      'By day: region:London since:lift-date by:day',
      'By type of transport: region:London since:lift-date by:mode',
      'Compare regions: region:England by:region since:lift-date',
      'Table: region:London since:lift-date show:table',
      'Method: method region:London since:lift-date',
    ],
  ],
  [
    'London by day',
    [
      'By week: region:London',
      'Compare regions: region:England by:region',
      'Table: region:London show:table by:day',
      'Method: method region:London by:day',
    ],
  ],
  [
    'London by mode',
    [
      'By week: region:London',
      'Compare regions: region:England by:region',
      'Table: region:London show:table by:mode',
      'Method: method region:London by:mode',
    ],
  ],
  [
    'London mode:rail show:table until:lift-date+4w',
    [
      'Compare regions: region:England by:region until:2022-02-16 mode:rail',
      'Method: method region:London until:lift-date+4w mode:rail',
    ],
  ],
  [
    'Wales since:lift-date+4w',
    [
      'By day: region:Wales since:lift-date+4w by:day',
      'By type of transport: region:Wales since:lift-date+4w by:mode',
      'Compare countries: region:all since:lift-date+4w',
      'Table: region:Wales since:lift-date+4w show:table',
      'Method: method region:Wales since:lift-date+4w',
    ],
  ],
  [
    'London vs:last-year',
    ['Table: region:London show:table vs:last-year', 'Method: method region:London vs:last-year'],
  ],
  [
    'origin:Leeds',
    [
      'By type of transport: origin:Leeds by:mode',
      'Table: origin:Leeds show:table',
      'Method: method origin:Leeds',
    ],
  ],
  [
    'compare London,Wales',
    ['Table: region:London,Wales show:table', 'Method: method region:London,Wales'],
  ],
  [
    'flows to London',
    ['Table: flows destination:London show:table', 'Method: method flows destination:London'],
  ],
  ['method London', []],
  ['help', []],
  ['status', []],
  ['events in Wales', []],
])('after %s', (text, asks) => {
  expect(next(text)).toEqual(asks);
});

test('the largest place has nothing to be compared with', () => {
  expect(next('UK').map((line) => line.split(':')[0])).toEqual([
    'By day',
    'By type of transport',
    'Table',
    'Method',
  ]);
});

test('neither trips from place to place nor places counted together are compared', () => {
  for (const text of ['origin:Leeds destination:London', 'London+Leeds'])
    expect(next(text).filter((line) => line.startsWith('Compare'))).toEqual([]);
});

test('a place is compared with its own level alone', () => {
  const compare = next('York', namesakeVocabulary).find((line) => line.startsWith('Compare'));
  expect(compare).toContain('York,');
  expect(compare).not.toContain('combined authority');
});

test('levels are named as the data name them, and types of transport only where they are told apart', () => {
  expect(next('California since:emergency', usVocabulary)).toEqual([
    'By day: region:California since:emergency by:day',
    'Compare states: region:California,Washington,Oregon since:emergency',
    'Table: region:California since:emergency show:table',
    'Method: method region:California since:emergency',
  ]);
});

test('more places than a comparison may show are not offered, and a label fits a button', () => {
  const level = 'electoral and administrative division of the second and of the third order';
  const places = (count: number): Vocabulary => ({
    ...flatVocabulary,
    areas: Array.from({ length: count }, (_, at) => ({
      code: `P${at}`,
      name: `Place ${'ABCDEFGHIJ'[at % 10] ?? ''}${'klmnopqrst'[Math.floor(at / 10)] ?? ''}`,
      level,
      parent: undefined,
    })),
  });
  const labels = (count: number) =>
    next('Place Ak', places(count)).map((line) => line.split(':')[0]);
  expect(labels(40)).toContain('Compare places');
  expect(labels(41)).not.toContain('Compare places');
});

test('what would be read as another question is not offered', () => {
  const { ask } = readingOf('region:London');
  if (ask.command !== 'trend') throw new Error('not a trend');
  const day = (date: IsoDate) => ({ date, event: undefined });
  const lastWeek = { ...ask, since: day('2022-10-24'), until: day('2022-10-30') };
  expect(usage(lastWeek, ukVocabulary)).toBe('region:London since:2022-10-24 until:2022-10-30');
  for (const { ask: one } of followUps(lastWeek, ukVocabulary))
    expect(usage(one, ukVocabulary)).toContain('since:2022-10-24');
});

const vocabularies = [
  ukVocabulary,
  usVocabulary,
  namesakeVocabulary,
  tubeVocabulary,
  flatVocabulary,
];

test.each(vocabularies.map((_, at) => [at] as const))(
  'each can be typed and is read as it is, without a guess, and is another question (vocabulary %i)',
  (at) => {
    const vocabulary = vocabularies[at] ?? ukVocabulary;
    let seen = 0;
    fc.assert(
      fc.property(someAsks(vocabulary), (ask) => {
        const found = followUps(ask, vocabulary);
        for (const { ask: one, label } of found) {
          const text = usage(one, vocabulary);
          expect(readingOf(text, vocabulary)).toEqual({ ask: one, notes: [] });
          expect(text).not.toBe(usage(ask, vocabulary));
          expect(label.length).toBeLessThanOrEqual(75);
        }
        const actions = found.map(({ action }) => action);
        expect(new Set(actions).size).toBe(actions.length);
        seen += found.length;
      }),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(200);
  },
);
