import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Area } from '#src/area.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { composeQuestion } from '#src/grammar/compose-question.ts';
import { fieldsOf } from '#src/grammar/fields-of.ts';
import { formEvents } from '#src/grammar/form-events.ts';
import { type FormFields, formFields } from '#src/grammar/form-fields.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { placeValue } from '#src/grammar/place-value.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { addDays, dayNumber, mondayOf } from '#src/week.ts';
import { someAsks } from '#test/support/some-asks.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  tubeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

const spellIn =
  (vocabulary: Vocabulary) =>
  (area: Area): string =>
    placeValue(area, lexiconOf(vocabulary).gazetteer, 75);

test.each<[FormFields, string, string]>([
  [{ place: 'region:London' }, 'region:London', 'London | - | - | -'],
  [
    { place: 'region:"St. Helens"', event: 'lift-date' },
    'region:"St. Helens" since:lift-date',
    'St. Helens | lift-date | - | -',
  ],
  [
    { place: 'region:Leeds', from: '2022-01-03', to: '2022-02-06', mode: 'rail' },
    'region:Leeds since:2022-01-03 until:2022-02-06 mode:rail',
    'Leeds | 2022-01-03 | 2022-02-06 | rail',
  ],
  [
    { place: 'region:London', beside: 'region:"North East"', event: 'lift-date' },
    'region:London,"North East" since:lift-date',
    'compare London, North East | lift-date | - | -',
  ],
  [
    { place: 'region:"Bournemouth, Christchurch and Poole"', beside: 'region:York' },
    'region:"Bournemouth, Christchurch and Poole",York',
    'compare Bournemouth, Christchurch and Poole, York | - | - | -',
  ],
])('%j is the question %s', (fields, text, read) => {
  expect(composeQuestion(fields)).toBe(text);
  expect(shortly(readingOf(text).ask)).toBe(read);
});

test.each<[string, FormFields, string]>([
  ['nothing', {}, 'You have not asked anything yet.'],
  ['no place', { event: 'lift-date' }, 'Your question does not say which place you mean.'],
  [
    'an event and a day to begin with',
    { place: 'region:London', event: 'lift-date', from: '2022-01-03' },
    'You gave since more than once.',
  ],
  [
    'an event of elsewhere',
    { place: 'region:Wales', event: 'plan-b' },
    'We have no date called plan-b for Wales, only for England.',
  ],
])('a form with %s is refused in words', (_, fields, message) => {
  expect(refusalOf(composeQuestion(fields)).message).toBe(message);
});

const vocabularies: readonly (readonly [string, Vocabulary])[] = [
  ['uk', ukVocabulary],
  ['us', usVocabulary],
  ['namesakes', namesakeVocabulary],
  ['tube', tubeVocabulary],
  ['flat', flatVocabulary],
];

/** What a form over a vocabulary can hold, and the places chosen. */
function someFields(vocabulary: Vocabulary) {
  const { gazetteer } = lexiconOf(vocabulary);
  const { firstDay, lastDay, modes } = vocabulary;
  const place = fc.constantFrom(...gazetteer.areas.values());
  const day = fc.nat(dayNumber(lastDay) - dayNumber(firstDay)).map((at) => addDays(firstDay, at));
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
  const slugs = formEvents(vocabulary).map(({ slug }) => slug);
  return fc.record({
    place,
    beside: maybe(place),
    since: maybe(
      fc.oneof(
        day.map((from) => ({ from })),
        ...(slugs.length === 0 ? [] : [fc.constantFrom(...slugs).map((event) => ({ event }))]),
      ),
    ),
    to: maybe(day),
    mode: maybe(fc.constantFrom(...modes.map(({ value }) => value))),
  });
}

type Chosen = ReturnType<typeof someFields> extends fc.Arbitrary<infer C> ? C : never;

/** The fields of what was chosen. */
function fieldsIn({ place, beside, since, to, mode }: Chosen, vocabulary: Vocabulary): FormFields {
  const spell = spellIn(vocabulary);
  return { place: spell(place), beside: beside && spell(beside), ...since, to, mode };
}

test.each(vocabularies)(
  'what a form holds is what is read, or it is refused (%s)',
  (_, vocabulary) => {
    let read = 0;
    fc.assert(
      fc.property(someFields(vocabulary), (chosen) => {
        const { place, beside, since, to, mode } = chosen;
        const fields = fieldsIn(chosen, vocabulary);
        expect(formFields.safeParse(fields).success).toBe(true);
        const parsed = parseAsk(composeQuestion(fields), vocabulary);
        if (parsed.kind === 'refused') return;
        read += 1;
        const { ask } = parsed.reading;
        const tells = vocabulary.modes.length > 1 ? mode : undefined;
        if (ask.command !== 'trend' && ask.command !== 'compare') throw new Error(ask.command);
        const places = ask.command === 'trend' ? ask.destinations : ask.places;
        // An event on several days within a place is answered for its parts, which is said.
        if (parsed.reading.notes.length === 0)
          expect(places.map(({ code }) => code)).toEqual(
            [...new Set([place, beside ?? place])].map(({ code }) => code),
          );
        if (ask.command === 'trend') {
          expect(ask).toMatchObject({ origins: [], by: 'week', against: 'before' });
          expect(ask.since?.event?.slug).toBe(since && 'event' in since ? since.event : undefined);
        }
        const from = since !== undefined && 'from' in since ? since.from : undefined;
        // The last week is what is told where no period is given.
        const lastMonday = mondayOf(vocabulary.lastDay);
        const isLast = from === lastMonday && to === addDays(lastMonday, 6);
        if (isLast) expect(ask.since).toBeUndefined();
        else if (from !== undefined) expect(ask.since).toMatchObject({ date: from });
        expect(ask.until?.date).toBe(isLast ? undefined : to);
        expect(ask.modes.map(({ value }) => value)).toEqual(tells === undefined ? [] : [tells]);
        expect(ask.show).toBeUndefined();
      }),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(100);
  },
);

test.each(vocabularies)(
  'what is told to a form of a question is that question (%s)',
  (_, vocabulary) => {
    let held = 0;
    const holds = (ask: Ask): void => {
      const fields = fieldsOf(ask, spellIn(vocabulary), vocabulary);
      if (fields === undefined) return;
      held += 1;
      expect(readingOf(composeQuestion(fields), vocabulary).ask).toEqual(ask);
    };
    fc.assert(fc.property(someAsks(vocabulary), holds), { numRuns: 300 });
    fc.assert(
      fc.property(someFields(vocabulary), (chosen) => {
        const parsed = parseAsk(composeQuestion(fieldsIn(chosen, vocabulary)), vocabulary);
        if (parsed.kind === 'read' && parsed.reading.notes.length === 0) holds(parsed.reading.ask);
      }),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(50);
  },
);

test.each([
  'London',
  'London since:lift-date mode:rail',
  'London,Wales since:lift-date',
  'York since:2022-01-03 until:2022-03-06',
])('a form can hold %s', (text) => {
  expect(fieldsOf(readingOf(text).ask, spellIn(ukVocabulary), ukVocabulary)).toBeDefined();
});

test.each([
  'London by day',
  'London vs:last-year',
  'London since:lift-date+4w',
  'London mode:rail,bus',
  'London,Wales,Scotland',
  'London+Leeds',
  'origin:Leeds',
  'London show:table',
  'flows to London',
  'method London',
  'help',
])('a form cannot hold all of %s', (text) => {
  expect(fieldsOf(readingOf(text).ask, spellIn(ukVocabulary), ukVocabulary)).toBeUndefined();
});

test('whatever a field holds, it is one value of its own key', () => {
  const anything = fc.option(
    fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      fc.constantFrom('region:London mode:bus', '"x" by:day', 'a,b', 'London since:lift-date'),
    ),
    { nil: undefined },
  );
  const fields = fc.record({
    place: anything,
    beside: anything,
    event: anything,
    from: anything,
    to: anything,
    mode: anything,
  });
  const value = '(?:"[^"]*"|[\\p{L}\\p{N}-]+)';
  const shape = new RegExp(
    `^(?:region:${value}(?:,${value})?)?(?: ?since:${value}){0,2}(?: ?until:${value})?(?: ?mode:${value})?$`,
    'u',
  );
  fc.assert(
    fc.property(fields, (each) => {
      expect(composeQuestion(each)).toMatch(shape);
    }),
  );
});

test('a place is spelt by its code where its name is too long, and is the same place', () => {
  const name = `The ${'Very '.repeat(20)}Long Place`;
  const area = { code: 'L1', name, level: 'district', parent: 'E12000007' };
  const vocabulary = { ...ukVocabulary, areas: [...ukVocabulary.areas, area] };
  const spelt = placeValue(area, lexiconOf(vocabulary).gazetteer, 75);
  expect(spelt).toBe('region:L1');
  expect(shortly(readingOf(spelt, vocabulary).ask)).toBe(`${name} | - | - | -`);
});

test('every place of a vocabulary is spelt so that it is read as itself', () => {
  for (const [, vocabulary] of vocabularies)
    for (const area of lexiconOf(vocabulary).gazetteer.areas.values()) {
      const { ask } = readingOf(spellIn(vocabulary)(area), vocabulary);
      expect(ask).toMatchObject({ command: 'trend', destinations: [{ code: area.code }] });
    }
});

test('events are told by what they were and when, the latest first; none that is outside the data', () => {
  expect(formEvents(ukVocabulary).slice(0, 2)).toEqual([
    {
      slug: 'lift-date',
      label: 'the work from home guidance ended (lift-date)',
      hint: 'England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022, Northern Ireland 6 June 2022',
    },
    {
      slug: 'plan-b-end',
      label: 'most restrictions ended (plan-b-end)',
      hint: 'England 27 January 2022',
    },
  ]);
  expect(formEvents({ ...ukVocabulary, lastDay: '2021-01-03' }).map(({ slug }) => slug)).toEqual([
    'lockdown-1',
  ]);
  expect(formEvents(flatVocabulary)).toEqual([]);
});
