import { expect, test } from 'vitest';
import type { Ask } from '#src/grammar/ask.ts';
import { usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf } from './outcomes.ts';

const sinceOf = (ask: Ask) => (ask.command === 'trend' ? ask.since : undefined);

test.each([
  '2022-01-19',
  '2022/1/19',
  '19/01/2022',
  '19-01-2022',
  '19.1.2022',
  '19 / 01 / 2022',
  '19 January 2022',
  '19 Jan 2022',
  '19-Jan-2022',
  '19th January 2022',
  '19th of January, 2022',
  '19 JANUARY 2022',
  'January 19 2022',
  'January 19th, 2022',
])('%s is 19 January 2022, after a key and in free text', (typed) => {
  for (const text of [
    `region:Leeds since:${typed}`,
    `Leeds since ${typed}`,
    `trips in Leeds from ${typed} by rail`,
    `since:"${typed}" Leeds`,
  ])
    expect(sinceOf(readingOf(text).ask), text).toEqual({ date: '2022-01-19', event: undefined });
});

test.each([
  ['31-02-2022', '31 February 2022 is not a date.', 'Try: region:Leeds since:lift-date'],
  ['29 February 2021', '29 February 2021 is not a date.', 'Try: region:Leeds since:lift-date'],
  ['31 February', '31 February is not a date.', 'Try: region:Leeds since:lift-date'],
  ['2022-06-31', '31 June 2022 is not a date.', 'Try: region:Leeds since:lift-date'],
  [
    '13/25/2022',
    'Read as day, month and year, ‘13/25/2022’ is not a date.',
    'Try: region:Leeds since:lift-date',
  ],
  [
    '01/25/2022',
    'Read as day, month and year, ‘01/25/2022’ is not a date.',
    'Did you mean 25 January 2022? Try: region:Leeds since:2022-01-25',
  ],
  [
    '19/01/22',
    'The year in ‘19/01/22’ needs four figures.',
    'Did you mean 19 January 2022? Try: region:Leeds since:2022-01-19',
  ],
  [
    '19 Jan 22',
    'The year in ‘19 Jan 22’ needs four figures.',
    'Did you mean 19 January 2022? Try: region:Leeds since:2022-01-19',
  ],
  [
    '19/01/99',
    'The year in ‘19/01/99’ needs four figures.',
    'Did you mean 19 January 2099? Try: region:Leeds since:lift-date',
  ],
  [
    '19 January',
    'The date ‘19 January’ needs a year.',
    'Did you mean 19 January 2020, 19 January 2021 or 19 January 2022? Try: region:Leeds since:2022-01-19',
  ],
])('%s is refused, after a key and in free text', (typed, message, next) => {
  for (const text of [`region:Leeds since:${typed}`, `trips in Leeds since ${typed}`])
    expect(refusalOf(text), text).toMatchObject({ kind: 'notUnderstood', message, next });
});

test.each(['2019-12-31', '2020-01-05', '31 October 2022', '1 January 1066'])(
  '%s lies outside the data, whose days are said',
  (typed) => {
    const { kind, message } = refusalOf(`region:Leeds since:${typed}`);
    expect(kind).toBe('outOfRange');
    expect(message).toMatch(
      /^\d+ \w+ \d{4} is outside the data, which cover 6 January 2020 to 30 October 2022\.$/,
    );
  },
);

test.each(['2020-01-06', '2022-10-30'])(
  '%s is the first or last day of the data and can be asked',
  (typed) => {
    expect(sinceOf(readingOf(`region:Leeds since:${typed}`).ask)?.date).toBe(typed);
  },
);

test('a year that is not said is guessed only where one date fits, and said', () => {
  const { ask, notes } = readingOf('region:Oregon since:19 March', usVocabulary);
  expect(sinceOf(ask)?.date).toBe('2020-03-19');
  expect(notes).toEqual(['I read ‘19 March’ as 19 March 2020.']);
});

test('an end before the start is refused; one day is a period', () => {
  expect(refusalOf('region:Leeds since:lift-date until:2021-12-01').message).toBe(
    'The period ends (1 December 2021) before it starts (19 January 2022).',
  );
  expect(readingOf('region:Leeds since:2022-03-01 until:2022-03-01').notes).toEqual([]);
});

test.each([
  'Jan',
  'January',
  '2022-W54',
  '2022-13',
  '2022-Q5',
  'week 60 of 2022',
  'Monday 19 January 2022',
  '4 weeks ago',
  'lift-date+4y',
  'lift-date+4',
  'a month after lift-date',
  'christmas',
  'the end of lockdown-1',
  'week of lift-date',
  '12:30',
  'London',
])('since %s is refused, never dropped', (typed) => {
  for (const text of [`region:Leeds since:${typed}`, `rail trips in Leeds since ${typed}`])
    expect(refusalOf(text).kind, text).toBe('notUnderstood');
});

test('a date without since or until is a start where it is the only one, and that is said', () => {
  expect(readingOf('Leeds 19.1.2022').notes).toEqual([
    'I read ‘19.1.2022’ as a start: since 19 January 2022.',
  ]);
  expect(refusalOf('Leeds 19.1.2022 1.3.2022').message).toBe(
    'We cannot tell whether ‘1.3.2022’ is a start or an end.',
  );
  expect(refusalOf('Leeds pre 19.1.2022').message).toBe(
    'We cannot tell whether ‘19.1.2022’ is a start or an end.',
  );
});
