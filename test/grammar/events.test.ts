import { expect, test } from 'vitest';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { ukVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf } from './outcomes.ts';

function rowOf(slug: string): PolicyEvent {
  const row = ukVocabulary.events.find((event) => event.slug === slug);
  if (row === undefined) throw new Error(slug);
  return row;
}

test.each([
  ['England', '2022-01-19'],
  ['Leeds', '2022-01-19'],
  ['London', '2022-01-19'],
  ['Cardiff', '2022-01-28'],
  ['Glasgow City', '2022-01-31'],
  ['Belfast', '2022-06-06'],
])('the lift date in %s is %s', (place, date) => {
  for (const text of [
    `region:${place} since:lift-date`,
    `since:lift_date region:${place}`,
    `trips in ${place} since the lift date`,
    `LIFT-DATE ${place}`,
    `region:${place} since:"lift date"`,
    `region:${place} since:lift-dtae`,
  ])
    expect(readingOf(text).ask, text).toMatchObject({
      since: { date, event: { slug: 'lift-date', date } },
    });
});

test('an event may be the start, the end or both', () => {
  expect(readingOf('Leeds after freedom-day before plan-b')).toMatchObject({
    ask: { since: { date: '2021-07-19' }, until: { date: '2021-12-13' } },
    notes: [
      'I read ‘after’ as since, that day included.',
      'I read ‘before’ as until, that day included.',
    ],
  });
});

test('an event of the whole country holds in its parts', () => {
  expect(readingOf('trips in CA since the emergency', usVocabulary).ask).toMatchObject({
    since: { date: '2020-03-13', event: { area: 'US' } },
  });
});

test.each([
  [
    'origin:UK since:lift-date',
    'tooBroad',
    'For the United Kingdom as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
    'Try: region:England since:lift-date',
  ],
  [
    'region:UK+London since:lift-date',
    'tooBroad',
    'For the United Kingdom as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
    'Try: region:England since:lift-date',
  ],
  [
    'region:UK by:day since:lift-date',
    'tooBroad',
    'For the United Kingdom as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
    'Try: region:England since:lift-date by:day',
  ],
  [
    'region:UK vs:last-year since:lift-date',
    'tooBroad',
    'For the United Kingdom as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
    'Try: region:England since:lift-date',
  ],
  [
    'region:UK until:lift-date',
    'tooBroad',
    'For the United Kingdom as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
    'Try: region:England since:lift-date',
  ],
  [
    'flows destination:UK since:lift-date',
    'tooBroad',
    'For the United Kingdom as a whole lift-date is not one date: England 19 January 2022, Wales 28 January 2022, Scotland 31 January 2022 and Northern Ireland 6 June 2022.',
    'Try: region:England since:lift-date',
  ],
  [
    'region:UK since:lockdown-1',
    'tooBroad',
    'The event lockdown-1 holds in parts of the United Kingdom only: England 23 March 2020, Wales 23 March 2020, Scotland 23 March 2020 and Northern Ireland 23 March 2020.',
    'Try: region:"United Kingdom" since:2020-03-23',
  ],
  [
    'region:Scotland since:plan-b',
    'outOfRange',
    'We have no date called plan-b for Scotland, only for England.',
    'Try: region:England since:plan-b',
  ],
  [
    'region:Belfast until:freedom-day',
    'outOfRange',
    'We have no date called freedom-day for Belfast, only for England.',
    'Try: region:England since:freedom-day',
  ],
  [
    'region:Leeds since:lockdown',
    'notUnderstood',
    'We know no date or event called ‘lockdown’.',
    'Did you mean lockdown-1? Try: region:Leeds since:lockdown-1',
  ],
  [
    'region:Leeds since:lockdown-2',
    'notUnderstood',
    'We know no date or event called ‘lockdown-2’.',
    'Did you mean lockdown-1? Try: region:Leeds since:lockdown-1',
  ],
  [
    'region:Leeds since:plan-a',
    'notUnderstood',
    'We know no date or event called ‘plan-a’.',
    'Did you mean plan-b? Try: region:Leeds since:plan-b',
  ],
  [
    'region:Leeds since:christmas',
    'notUnderstood',
    'We know no date or event called ‘christmas’.',
    'Write a date as 2022-10-30 or 30 October 2022, or see what events there are. Try: events region:Leeds',
  ],
])('%s is refused with the dates or places it may be', (text, kind, message, next) => {
  expect(refusalOf(text)).toEqual({ kind, message, next });
});

test('two dates of one event in one place are asked about', () => {
  const again: Vocabulary = {
    ...ukVocabulary,
    events: [...ukVocabulary.events, { ...rowOf('freedom-day'), date: '2021-08-02' }],
  };
  expect(refusalOf('region:Leeds since:freedom-day', again)).toEqual({
    kind: 'tooBroad',
    message: 'For Leeds as a whole freedom-day is not one date: 19 July 2021 and 2 August 2021.',
    next: 'Try: region:Leeds since:2021-07-19',
  });
});

test('the nearest place around the region decides', () => {
  const local: Vocabulary = {
    ...ukVocabulary,
    events: [
      ...ukVocabulary.events,
      { ...rowOf('lift-date'), area: 'E12000003', date: '2022-02-01' },
    ],
  };
  expect(readingOf('region:Leeds since:lift-date', local).ask).toMatchObject({
    since: { date: '2022-02-01' },
  });
  expect(readingOf('region:Sandwell since:lift-date', local).ask).toMatchObject({
    since: { date: '2022-01-19' },
  });
});

test('an event before the data begin is outside them, and no example names it', () => {
  const late: Vocabulary = { ...ukVocabulary, firstDay: '2022-02-07' };
  expect(refusalOf('region:Leeds since:lockdown-1', late)).toEqual({
    kind: 'outOfRange',
    message: '23 March 2020 is outside the data, which cover 7 February 2022 to 30 October 2022.',
    next: 'Try: region:Leeds',
  });
});
