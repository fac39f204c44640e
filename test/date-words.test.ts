import { expect, test } from 'vitest';
import { dateWords, shortDateWords } from '#src/date-words.ts';

test.each([
  { date: '2022-01-19', long: '19 January 2022', short: '19 Jan 2022' },
  { date: '2020-05-01', long: '1 May 2020', short: '1 May 2020' },
])('$date is said as $long and $short', ({ date, long, short }) => {
  expect([dateWords(date), shortDateWords(date)]).toEqual([long, short]);
});
