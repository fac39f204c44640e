import { expect, test } from 'vitest';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { ukVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  'compare London Leeds',
  'compare London and Leeds',
  'compare London with Leeds',
  'compare London to Leeds',
  'compare London, Leeds',
  'compare region:London,Leeds',
  'comparison of London and Leeds',
  'London vs Leeds',
  'London versus Leeds',
  'London compared with Leeds',
  'London against Leeds',
  'region:London vs:Leeds',
  'vs:Leeds London',
  'how does London compare with Leeds?',
])('%s is London and Leeds side by side', (text) => {
  expect(shortly(readingOf(text).ask)).toBe('compare London, Leeds | - | - | -');
  expect(readingOf(text).notes).toEqual([]);
});

test.each([
  ['compare London, Leeds since lift-date', 'compare London, Leeds | lift-date | - | -'],
  [
    'compare England and Wales since lift-date+4w until 2022-06-30 by rail',
    'compare England, Wales | lift-date 28 days | 2022-06-30 | rail',
  ],
  ['region:England,Scotland since:plan-b', 'compare England, Scotland | plan-b | - | -'],
  ['region:London,Wales since:2022-01-19', 'compare London, Wales | 2022-01-19 | - | -'],
  ['London vs Leeds in January 2022', 'compare London, Leeds | 2022-01-01 | 2022-01-31 | -'],
  ['region:London,Leeds vs:usual show:table', 'compare London, Leeds | - | - | - | table'],
])('%s: each place keeps its own date of an event', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
});

test('an event that a place has on several dates is answered for each part, and that is said', () => {
  const { ask, notes } = readingOf('region:UK since:lift-date by rail');
  expect(shortly(ask)).toBe(
    'compare England, Wales, Scotland, Northern Ireland | lift-date | - | rail',
  );
  expect(notes).toEqual([
    'For the United Kingdom as a whole lift-date is not one date, so this is for each country that has it.',
  ]);
  const local: Vocabulary = {
    ...ukVocabulary,
    events: [
      { ...firstEvent(), slug: 'opening', area: 'E12000007', date: '2022-03-01' },
      { ...firstEvent(), slug: 'opening', area: 'W92000004', date: '2022-04-01' },
    ],
  };
  expect(readingOf('UK since opening', local)).toMatchObject({
    ask: { command: 'compare', places: [{ name: 'London' }, { name: 'Wales' }] },
    notes: [
      'For the United Kingdom as a whole opening is not one date, so this is for each place that has it.',
    ],
  });
});

function firstEvent() {
  const [event] = ukVocabulary.events;
  if (event === undefined) throw new Error('no events');
  return event;
}

test.each([
  [
    'compare London',
    'notUnderstood',
    'A comparison needs at least two places, and you named London only.',
  ],
  ['compare', 'notUnderstood', 'A comparison needs at least two places, and you named none.'],
  [
    'compare London and London',
    'notUnderstood',
    'A comparison needs at least two places, and you named London only.',
  ],
  [
    'compare region:London+Leeds',
    'notUnderstood',
    'Places can be side by side, with commas, or counted together, with +, and not both.',
  ],
  [
    'compare origin:London,Leeds',
    'notUnderstood',
    'Places side by side are compared by the trips that end in them, and not by where trips start.',
  ],
  [
    'region:Scotland,Wales since:plan-b',
    'outOfRange',
    'We have no date called plan-b for Scotland or Wales, only for England.',
  ],
  [
    'region:England,Wales since:lift-date until:2022-01-01',
    'notUnderstood',
    'The period ends (1 January 2022) before it starts (19 January 2022).',
  ],
  [
    'region:England,Wales until:lift-date',
    'tooBroad',
    'For England and Wales as a whole lift-date is not one date: England 19 January 2022 and Wales 28 January 2022.',
  ],
  [
    'region:London,Leeds since:lift-date+99w',
    'outOfRange',
    '19 January 2022 is outside the data, which cover 6 January 2020 to 30 October 2022.',
  ],
  [
    'region:London,Leeds vs:last-year',
    'notUnderstood',
    'Places side by side are shown by week and against the weeks before. Other ways are for one place at a time.',
  ],
  [
    'region:London,Leeds by:mode',
    'notUnderstood',
    'Places side by side are shown by week and against the weeks before. Other ways are for one place at a time.',
  ],
])('%s is refused with an example that works', (text, kind, message) => {
  const refusal = refusalOf(text);
  expect(refusal).toMatchObject({ kind, message });
  readingOf(refusal.next.split('Try: ')[1] ?? '');
});

test('where nothing is told apart by transport, no example is by it', () => {
  const { next } = refusalOf('region:CA,NY by:mode', usVocabulary);
  readingOf(next.split('Try: ')[1] ?? '', usVocabulary);
});

test.each([
  ['region:London vs:usual', 'London | - | - | -'],
  ['region:London vs:before', 'London | - | - | -'],
  ['is London higher than usual', 'London | - | - | -'],
  ['region:London vs:last-year', 'London | - | - | - | lastYear'],
  ['London compared with last year', 'London | - | - | - | lastYear'],
  ['London compared to the previous year', 'London | - | - | - | lastYear'],
  ['London vs last-year', 'London | - | - | - | lastYear'],
  ['London a year before', 'London | - | - | - | lastYear'],
  ['London since lift-date than a year ago', 'London | lift-date | - | - | lastYear'],
  ['compare London with last year', 'London | - | - | - | lastYear'],
  ['London year on year', 'London | - | - | - | lastYear'],
])('%s is held against other weeks of the place', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
});

test.each([
  ['region:London vs:last-year by:day', 'A comparison with the year before is by week only.'],
  ['region:London vs:last-year vs:usual', 'You gave vs more than once.'],
  ['London vs usual than last year', 'You gave vs more than once.'],
  [
    'London vs last week',
    'A comparison is with the usual, with last year or with another place, not with ‘last week’.',
  ],
  [
    'London vs 2021',
    'A comparison is with the usual, with last year or with another place, not with ‘2021’.',
  ],
  ['London vs Paris', 'We know no place called ‘Paris’.'],
  ['London vs', 'Nothing follows the word vs.'],
])('%s is refused', (text, message) => {
  expect(refusalOf(text).message).toBe(message);
});
