import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ask, When } from '#src/grammar/ask.ts';
import { echo } from '#src/grammar/echo.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { addDays, dayNumber, mondayOf } from '#src/week.ts';
import { ukVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf } from './outcomes.ts';

/** The fixture with namesakes, so that names alone do not tell places apart. */
const namesakes: Vocabulary = {
  ...ukVocabulary,
  areas: [
    ...ukVocabulary.areas,
    { code: 'E47000007', name: 'West Midlands', level: 'combined authority', parent: 'E12000005' },
    { code: 'E47000099', name: 'Leeds', level: 'combined authority', parent: 'E12000003' },
    { code: 'X1', name: 'Leeds', level: 'district', parent: 'E12000003' },
    { code: 'X2', name: 'Trend', level: 'district', parent: 'E12000003' },
    { code: 'X3', name: 'All Since "By"', level: 'district', parent: 'E12000003' },
  ],
};

const vocabularies = [ukVocabulary, usVocabulary, namesakes];

/** Every ask that a vocabulary allows. */
function asks(vocabulary: Vocabulary): fc.Arbitrary<Ask> {
  const areas = new Map(vocabulary.areas.toReversed().map((area) => [area.code, area]));
  const place = fc.constantFrom(...areas.values());
  return fc.oneof(
    fc.constantFrom<Ask>({ command: 'help' }, { command: 'status' }),
    fc.record({
      command: fc.constant('events' as const),
      region: fc.option(place, { nil: undefined }),
    }),
    place.chain((region) => {
      const events = [...new Set(vocabulary.events.map(({ slug }) => slug))].flatMap((slug) => {
        const found = eventInPlace(slug, region, vocabulary.events, areas);
        return found.kind === 'here' ? [{ date: found.event.date, event: found.event }] : [];
      });
      const days = dayNumber(vocabulary.lastDay) - dayNumber(vocabulary.firstDay);
      const plain = fc
        .nat(days)
        .map((day): When => ({ date: addDays(vocabulary.firstDay, day), event: undefined }));
      const when = fc.option(
        events.length > 0 ? fc.oneof(plain, fc.constantFrom<When>(...events)) : plain,
        { nil: undefined },
      );
      return fc
        .record({
          command: fc.constant('trend' as const),
          region: fc.constant(region),
          since: when,
          until: when,
          mode: fc.option(fc.constantFrom(...vocabulary.modes), { nil: undefined }),
        })
        .filter(
          ({ since, until }) =>
            (until === undefined || until.date >= addDays(mondayOf(vocabulary.firstDay), 6)) &&
            (since === undefined || until === undefined || since.date <= until.date),
        );
    }),
  );
}

test.each([[0], [1], [2]])('what usage writes is read as the same ask (vocabulary %i)', (i) => {
  const vocabulary = vocabularies[i] ?? ukVocabulary;
  fc.assert(
    fc.property(asks(vocabulary), (ask) => {
      expect(readingOf(usage(ask, vocabulary), vocabulary)).toEqual({ ask, notes: [] });
    }),
    { numRuns: 400 },
  );
});

test('usage is as short as the names allow', () => {
  const write = (text: string, vocabulary: Vocabulary) =>
    usage(readingOf(text, vocabulary).ask, vocabulary);
  expect(
    write('trips in London since the lift date by train'.replace('train', 'rail'), ukVocabulary),
  ).toBe('region:London since:lift-date mode:rail');
  expect(write('E06000058 until 1 March 2022', ukVocabulary)).toBe(
    'region:"Bournemouth, Christchurch and Poole" until:2022-03-01',
  );
  expect(write('region:"West Midlands (England)"', namesakes)).toBe(
    'region:"West Midlands (England)"',
  );
  expect(write('region:E47000099', namesakes)).toBe('region:"Leeds (combined authority)"');
  expect(write('region:X1', namesakes)).toBe('region:"Leeds (X1)"');
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
    'events region:England',
  ]);
  expect(workingExamples({ ...bare, areas: [] })).toEqual(['status']);
});
