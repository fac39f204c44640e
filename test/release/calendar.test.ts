import { expect, test } from 'vitest';
import { calendarOf } from '#src/release/calendar.ts';

const weeks = (from: string, to: string, kind: string): readonly string[] =>
  calendarOf([{ area: 'X', from, to, kind, label: 'a holiday' }], '2022-01-03', '2022-01-31').map(
    ({ week }) => week,
  );

// 10 January 2022 was a Monday.
test.each([
  ['a week of school', '2022-01-10', '2022-01-14', 'schoolHoliday', ['2022-01-10']],
  ['a weekend off school', '2022-01-15', '2022-01-16', 'schoolHoliday', []],
  [
    'from a Friday to a Monday',
    '2022-01-14',
    '2022-01-17',
    'schoolHoliday',
    ['2022-01-10', '2022-01-17'],
  ],
  ['a bank holiday on a Sunday', '2022-01-16', '2022-01-16', 'bankHoliday', ['2022-01-10']],
  ['a data fault on a Saturday', '2022-01-15', '2022-01-15', 'fault', ['2022-01-10']],
  ['Christmas that began before the data', '2021-12-18', '2022-01-09', 'christmas', ['2022-01-03']],
  [
    'a holiday that outlasts the data',
    '2022-01-26',
    '2023-01-01',
    'christmas',
    ['2022-01-24', '2022-01-31'],
  ],
  ['a holiday before the data', '2021-01-01', '2021-12-31', 'bankHoliday', []],
  ['a holiday after the data', '2022-02-07', '2022-02-08', 'bankHoliday', []],
])('%s flags its weeks', (_, from, to, kind, expected) => {
  expect(weeks(from, to, kind)).toEqual(expected);
});

test('a holiday that is given twice flags its week once', () => {
  const holiday = {
    area: 'X',
    from: '2022-01-12',
    to: '2022-01-12',
    kind: 'bankHoliday',
    label: 'a day',
  };
  expect(calendarOf([holiday, holiday], '2022-01-03', '2022-01-31')).toHaveLength(1);
});
