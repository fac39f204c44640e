import { expect, test } from 'vitest';
import { isCronDay, parseCron } from '#src/state/cron.ts';

const fieldsOf = (text: string) => {
  const fields = parseCron(text);
  if (fields === undefined) throw new Error(`${text} is none`);
  return fields;
};

test.for([
  ['30 9 * * 1', { minutes: [30], hours: [9], weekDays: [1] }],
  ['  0,30  8-10 * * * ', { minutes: [0, 30], hours: [8, 9, 10] }],
  ['*/20 */6 * * *', { minutes: [0, 20, 40], hours: [0, 6, 12, 18] }],
  ['10-40/15 0 * * *', { minutes: [10, 25, 40] }],
  ['50/4 0 * * *', { minutes: [50, 54, 58] }],
  ['5,1,5,3-4 0 * * *', { minutes: [1, 3, 4, 5] }],
  ['0 0 1,15 2-4 *', { monthDays: [1, 15], months: [2, 3, 4] }],
  ['0 0 * * 5-7', { weekDays: [5, 6, 0] }],
] as const)('%s is read', ([text, wanted]) => {
  const fields = fieldsOf(text);
  const read = {
    ...fields,
    monthDays: [...fields.monthDays],
    months: [...fields.months],
    weekDays: [...fields.weekDays],
  };
  expect(read).toMatchObject(wanted);
});

test('only a star in the hours, or what comes to the same, is every hour', () => {
  for (const hours of ['*', '*/1', '0-23'])
    expect(fieldsOf(`0 ${hours} * * *`).everyHour).toBe(true);
  for (const hours of ['1', '*/2', '0-22'])
    expect(fieldsOf(`0 ${hours} * * *`).everyHour).toBe(false);
});

test.for([
  '',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * 32 * *',
  '* * * 0 *',
  '* * * 13 *',
  '* * * * 8',
  '30-10 * * * *',
  '*/0 * * * *',
  '1,,2 * * * *',
  ', * * * *',
  '-1 * * * *',
  '1.5 * * * *',
  'MON * * * *',
  'H * * * *',
  '0 9 L * *',
  '0 9 * * 1#2',
  '@daily',
  'FREQ=DAILY;BYHOUR=9',
  '٣٠ 9 * * *',
])('"%s" is no cron expression', (text) => {
  expect(parseCron(text)).toBeUndefined();
});

/** The days of 2026-11 that an expression asks for: 1 November 2026 is a Sunday. */
const daysOf = (text: string) =>
  Array.from({ length: 30 }, (_, index) => index + 1).filter((day) =>
    isCronDay(fieldsOf(text), new Date(Date.UTC(2026, 10, day))),
  );

test.for([
  ['0 9 * * 1', [2, 9, 16, 23, 30]],
  ['0 9 15 * *', [15]],
  ['0 9 1,15 11 *', [1, 15]],
  ['0 9 1,15 12 *', []],
  ['0 9 * * 0', [1, 8, 15, 22, 29]],
  ['0 9 * * 7', [1, 8, 15, 22, 29]],
  // As in crontab(5): where both are restricted, either will do; a star with a step is no restriction.
  ['0 9 4 * 1', [2, 4, 9, 16, 23, 30]],
  ['0 9 */10 * 3', [11]],
  ['0 9 31 * *', []],
] as const)('%s asks for the right days', ([text, days]) => {
  expect(daysOf(text)).toEqual(days);
});
