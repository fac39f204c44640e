import { expect, test } from 'vitest';
import type { Ask } from '#src/grammar/ask.ts';
import { usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf } from './outcomes.ts';

const datesOf = (ask: Ask) =>
  ask.command === 'trend' ? [ask.since?.date, ask.until?.date] : ['not a trend'];

const january = ['2022-01-01', '2022-01-31'];
const week = ['2022-01-24', '2022-01-30'];

test.each([
  ['January 2022', january],
  ['Jan 2022', january],
  ['2022-01', january],
  ['the month of January 2022', january],
  ['2022-W04', week],
  ['2022W04', week],
  ['week 4 of 2022', week],
  ['week 4, 2022', week],
  ['the week of 24 January 2022', week],
  ['w/c 24 January 2022', week],
  ['w/c 24/01/2022', week],
  ['week commencing Monday 24 January 2022', week],
  ['week beginning the 24th of January, 2022', week],
  ['week ending 30 January 2022', week],
  ['w/e 30 January 2022', week],
  ['2022-Q1', ['2022-01-01', '2022-03-31']],
  ['Q1 2022', ['2022-01-01', '2022-03-31']],
  ['the first quarter of 2022', ['2022-01-01', '2022-03-31']],
  ['2021', ['2021-01-01', '2021-12-31']],
  ['2020-W53', ['2020-12-28', '2021-01-03']],
])(
  '%s is a period: bare or after in both ends, after since its start, after until its end',
  (typed, dates) => {
    const [from, to] = dates;
    expect(datesOf(readingOf(`Leeds ${typed}`).ask)).toEqual([from, to]);
    expect(datesOf(readingOf(`rail trips in ${typed} in Leeds`).ask)).toEqual([from, to]);
    expect(datesOf(readingOf(`region:Leeds since:"${typed}"`).ask)).toEqual([from, undefined]);
    expect(datesOf(readingOf(`Leeds until ${typed} by rail`).ask)).toEqual([undefined, to]);
    expect(datesOf(readingOf(`Leeds from ${typed} to June 2022`).ask)).toEqual([
      from,
      '2022-06-30',
    ]);
    expect(readingOf(`Leeds ${typed}`).notes).toEqual([]);
  },
);

test.each([
  'between:2022-01-01,2022-03-31',
  'between:2022-01-01, 2022-03-31',
  'between:2022-01-01..2022-03-31',
  'between:2022-01-01 and 2022-03-31',
  'between:"2022-01-01","2022-03-31"',
  'between:2022-01,2022-03',
  'between:2022-Q1',
  'between 2022-Q1',
  'between 1 January 2022 and 31 March 2022',
  'between January 2022 and March 2022',
  'between 1 January 2022 to 31 March 2022',
  'from 1 January 2022 to 31 March 2022',
  'January 2022 to March 2022',
])('%s sets both ends', (typed) => {
  for (const text of [`region:Leeds ${typed}`, `${typed} region:Leeds`])
    expect(datesOf(readingOf(text).ask), text).toEqual(['2022-01-01', '2022-03-31']);
});

test.each([
  ['lift-date+4w', '2022-02-16', 28],
  ['lift-date + 4 weeks', '2022-02-16', 28],
  ['lift-date-2w', '2022-01-05', -14],
  ['lift-date+10d', '2022-01-29', 10],
  ['"lift date+10d"', '2022-01-29', 10],
  ['4 weeks after lift-date', '2022-02-16', 28],
  ['four weeks after the lift date', '2022-02-16', 28],
  ['a week before lift-date', '2022-01-12', -7],
  ['10 days after lift-dtae', '2022-01-29', 10],
])('since %s is so many days from the event', (typed, date, shiftDays) => {
  for (const text of [`region:Leeds since:${typed}`, `trips in Leeds since ${typed} by rail`])
    expect(readingOf(text).ask, text).toMatchObject({
      since: { date, shiftDays, event: { slug: 'lift-date', date: '2022-01-19' } },
    });
});

test('no days from an event is the event', () => {
  const { ask } = readingOf('region:Leeds since:lift-date+0w');
  expect(ask).toMatchObject({ since: { date: '2022-01-19' } });
  expect(ask.command === 'trend' && Object.keys(ask.since ?? {})).toEqual(['date', 'event']);
});

test.each([
  ['last 8 weeks', ['2022-09-05', '2022-10-30']],
  ['last fortnight', ['2022-10-17', '2022-10-30']],
  ['the last 2 fortnights', ['2022-10-03', '2022-10-30']],
  ['last year', ['2021-01-01', '2021-12-31']],
  ['over the past two weeks', ['2022-10-17', '2022-10-30']],
  ['last 10 days', ['2022-10-21', '2022-10-30']],
  ['last month', ['2022-09-01', '2022-09-30']],
  ['last 3 months', ['2022-07-01', '2022-09-30']],
  ['in the last year', ['2021-01-01', '2021-12-31']],
])('%s is counted back from the end of the data, and its dates are said', (typed, dates) => {
  const { ask, notes } = readingOf(`trips in Leeds ${typed}`);
  expect(datesOf(ask)).toEqual(dates);
  expect(notes.join()).toMatch(/^I read ‘.*’ as .* to .*, as the data end on 30 October 2022\.$/);
});

test.each([
  [
    'since last year',
    ['2021-01-01', undefined],
    'I read ‘last year’ as 1 January 2021 to 31 December 2021, as the data end on 30 October 2022.',
  ],
  [
    'since 2022',
    ['2022-01-01', undefined],
    'I read ‘2022’ as 1 January 2022 to 30 October 2022, as far as the data go.',
  ],
  [
    'in 2020',
    ['2020-01-06', '2020-12-31'],
    'I read ‘2020’ as 6 January 2020 to 31 December 2020, as far as the data go.',
  ],
  [
    'w/c 26 January 2022',
    ['2022-01-24', '2022-01-30'],
    'I read ‘w c 26 January 2022’ as the week 24 January 2022 to 30 January 2022.',
  ],
  [
    'week ending 28 January 2022',
    ['2022-01-24', '2022-01-30'],
    'I read ‘week ending 28 January 2022’ as the week 24 January 2022 to 30 January 2022.',
  ],
  [
    'since 4 weeks after 19 January 2022',
    ['2022-02-16', undefined],
    'I read ‘4 weeks after 19 January 2022’ as 16 February 2022.',
  ],
])('%s: what was taken for granted is said', (typed, dates, note) => {
  const { ask, notes } = readingOf(`trips in Leeds ${typed}`);
  expect(datesOf(ask)).toEqual(dates);
  expect(notes).toEqual([note]);
});

test('a month without a year is guessed only where one fits the data, and said', () => {
  const { ask, notes } = readingOf('Oregon in March', usVocabulary);
  expect(datesOf(ask)).toEqual(['2020-03-01', '2020-03-31']);
  expect(notes).toEqual(['I read ‘March’ as 1 March 2020 to 31 March 2020.']);
  expect(refusalOf('Leeds in March')).toMatchObject({
    message: 'The date ‘March’ needs a year.',
    next: 'Did you mean March 2020, March 2021 or March 2022? Try: region:Leeds since:2022-03-01',
  });
  expect(refusalOf('Leeds in December').next).toBe(
    'Did you mean December 2020 or December 2021? Try: region:Leeds since:2021-12-01',
  );
});

test.each([
  'this week',
  'today',
  'yesterday',
  'so far',
  'this month',
  'to date',
  'next week',
  'until now',
])('%s is refused with the last day of the data and the last week', (typed) => {
  expect(refusalOf(`trips in Leeds ${typed}`)).toMatchObject({
    kind: 'outOfRange',
    message: `The data end on 30 October 2022, so ‘${typed.replace('until ', '')}’ cannot be asked.`,
    next: 'You can ask for the last week. Try: region:Leeds',
  });
});

test.each([
  ['between:2022-01-01', 'Between needs two dates, and we found ‘2022-01-01’ only.'],
  [
    'between 1 January 2022 and christmas',
    'Between needs two dates, and we found ‘1 January 2022’ only.',
  ],
  ['between:christmas,2022-01-01', 'We know no date or event called ‘christmas’.'],
  [
    'between:2022-03-31,2022-01-01',
    'The period ends (1 January 2022) before it starts (31 March 2022).',
  ],
  ['in 2019', '1 January 2019 is outside the data, which cover 6 January 2020 to 30 October 2022.'],
  [
    'since:lift-date+99w',
    '13 December 2023 is outside the data, which cover 6 January 2020 to 30 October 2022.',
  ],
  ['since 2022-01-01 in March 2022', 'We cannot tell whether ‘March 2022’ is a start or an end.'],
  ['since:2022-01-01 between:2022-02-01,2022-03-31', 'You gave since more than once.'],
])('%s is refused', (typed, message) => {
  const refusal = refusalOf(`region:Leeds ${typed}`);
  expect(refusal.message).toBe(message);
  readingOf(refusal.next.split('Try: ')[1] ?? '');
});
