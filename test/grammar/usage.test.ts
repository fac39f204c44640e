import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ask } from '#src/grammar/ask.ts';
import { echo } from '#src/grammar/echo.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { someAsks } from '#test/support/some-asks.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';
import { addDays, type IsoDate } from '#src/week.ts';
import { readingOf } from './outcomes.ts';

const vocabularies = [ukVocabulary, usVocabulary, namesakeVocabulary, flatVocabulary];

/** The last week by its dates is what is told without them, and no question leads to an ask that has them. */
function isLastWeek(ask: Ask, lastDay: IsoDate): boolean {
  const data = ask.command === 'method' ? ask.about : ask;
  if (data === undefined || !('since' in data)) return false;
  const { since, until } = data;
  const isFrom = since !== undefined && 'date' in since && since.date === addDays(lastDay, -6);
  return isFrom && until?.date === lastDay && until.event === undefined;
}

test.each([[0], [1], [2], [3]])(
  'what usage writes is read as the same ask (vocabulary %i)',
  (i) => {
    const vocabulary = vocabularies[i] ?? ukVocabulary;
    fc.assert(
      fc.property(someAsks(vocabulary), (ask) => {
        fc.pre(!isLastWeek(ask, vocabulary.lastDay));
        expect(readingOf(usage(ask, vocabulary), vocabulary)).toEqual({ ask, notes: [] });
      }),
      { numRuns: 1500 },
    );
  },
);

test('usage is as short as the names allow', () => {
  const write = (text: string, vocabulary: Vocabulary) =>
    usage(readingOf(text, vocabulary).ask, vocabulary);
  expect(
    write('trips in London since the lift date by train'.replace('train', 'rail'), ukVocabulary),
  ).toBe('region:London since:lift-date mode:rail');
  expect(write('E06000058 until 1 March 2022', ukVocabulary)).toBe(
    'region:"Bournemouth, Christchurch and Poole" until:2022-03-01',
  );
  expect(write('region:"West Midlands (England)"', namesakeVocabulary)).toBe(
    'region:"West Midlands (England)"',
  );
  expect(write('region:E47000099', namesakeVocabulary)).toBe('region:"Leeds (combined authority)"');
  expect(write('region:X1', namesakeVocabulary)).toBe('region:"Leeds (X1)"');
});

test.each([
  [
    'region:London since:lift-date',
    ukVocabulary,
    'I read this as: trips that end in London, those within it included, all transport, since 19 January 2022, when the work from home guidance ended.',
  ],
  [
    'Leeds until 2022-03-01 by active',
    ukVocabulary,
    'I read this as: trips that end in Leeds, those within it included, by walking and cycling, until 1 March 2022.',
  ],
  [
    'foo Lodnon',
    ukVocabulary,
    'I read this as: trips that end in London, those within it included, all transport. I read ‘Lodnon’ as London. I ignored ‘foo’.',
  ],
  [
    'region:UK',
    ukVocabulary,
    'I read this as: trips that end in the United Kingdom, those within it included, all transport.',
  ],
  [
    'trips in CA since emergency',
    usVocabulary,
    'I read this as: trips that end in California, those within it included, since 13 March 2020, when a national emergency was declared.',
  ],
  [
    'region:London,Wales since:2022-01-19 mode:rail,bus',
    ukVocabulary,
    'I read this as: trips that end in London and in Wales, side by side, by rail and by bus, counted together, since 19 January 2022.',
  ],
  [
    'region:London,Wales since:lift-date',
    ukVocabulary,
    'I read this as: trips that end in London and in Wales, side by side, all transport, since lift-date, which each place has on its own date.',
  ],
  [
    'region:London,Leeds since:lift-date+4w',
    ukVocabulary,
    'I read this as: trips that end in London and in Leeds, side by side, all transport, since 4 weeks after lift-date, 19 January 2022.',
  ],
  [
    'origin:Leeds destination:London by:mode',
    ukVocabulary,
    'I read this as: trips from Leeds to London, all transport, by type of transport.',
  ],
  [
    'origin:Leeds since:lift-date+4w vs:last-year',
    ukVocabulary,
    'I read this as: trips that start in Leeds, those within it included, all transport, since 16 February 2022, 4 weeks after 19 January 2022, when the work from home guidance ended, against the same weeks a year before.',
  ],
  [
    'region:London+Leeds show:table',
    ukVocabulary,
    'I read this as: trips that end in London and Leeds, taken together, those within them included, all transport, as a table.',
  ],
  [
    'flows destination:London week of 24 January 2022',
    ukVocabulary,
    'I read this as: the largest flows to London, from each region, all transport, from 24 January 2022 to 30 January 2022.',
  ],
  [
    'flows origin:London since:lift-date',
    ukVocabulary,
    'I read this as: the largest flows from London, to each region, all transport, from 19 January 2022, when the work from home guidance ended, to 30 October 2022.',
  ],
  [
    'flows between:Leeds,York by rail',
    ukVocabulary,
    'I read this as: the largest flows between Leeds and York, by rail, in the last week, from 24 October 2022 to 30 October 2022.',
  ],
  [
    'region:all by:region',
    ukVocabulary,
    'I read this as: trips that end in the North East, in North West, in Yorkshire and The Humber, in East Midlands, in the West Midlands, in East of England, in London, in South East and in 4 more, side by side, all transport.',
  ],
  ['events in Wales', ukVocabulary, 'I read this as: the list of events in Wales.'],
  ['events', ukVocabulary, 'I read this as: the list of events.'],
  ['status', ukVocabulary, ''],
  ['help', ukVocabulary, ''],
] as const)('%s is echoed with everything that was guessed', (text, vocabulary, sentence) => {
  expect(echo(readingOf(text, vocabulary), vocabulary)).toBe(sentence);
});

test('the examples of a vocabulary are read without a guess', () => {
  const bare: Vocabulary = { ...usVocabulary, areas: usVocabulary.areas.slice(0, 1), events: [] };
  for (const vocabulary of [...vocabularies, bare])
    for (const example of workingExamples(vocabulary))
      expect(readingOf(example, vocabulary).notes, example).toEqual([]);
  expect(workingExamples(ukVocabulary)).toEqual([
    'region:England since:lift-date',
    'region:"North East" since:2022-01-19 mode:rail',
    'region:England,Wales since:lift-date',
    'flows destination:"North East"',
    'events region:England',
  ]);
  expect(workingExamples({ ...bare, areas: [] })).toEqual(['status']);
});
