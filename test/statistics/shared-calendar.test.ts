import { expect, test } from 'vitest';
import { sharedCalendar } from '#src/statistics/trend/shared-calendar.ts';

const area = (code: string, parent?: string) => ({ code, name: code, level: '', parent });
const [large, small] = [area('L', 'A'), area('S', 'A')];
const areas = [
  area('A'),
  large,
  area('l1', 'L'),
  area('l2', 'L'),
  area('l3', 'L'),
  small,
  area('s1', 'S'),
];
const flag = (week: string) => ({ week, kind: 'schoolHoliday', label: 'Half term' });
const weeksOf = (inLarge: readonly string[], inSmall: readonly string[]) =>
  new Set(
    sharedCalendar(
      [
        { place: large, rows: inLarge.map(flag) },
        { place: small, rows: inSmall.map(flag) },
      ],
      areas,
    ).map(({ week }) => week),
  );

test('places together have the flags that hold in most of them, by the areas at their feet', () => {
  expect(weeksOf(['2022-02-14'], ['2022-02-21'])).toEqual(new Set(['2022-02-14']));
  expect(weeksOf([], ['2022-02-21'])).toEqual(new Set());
  expect(weeksOf(['2022-02-14'], ['2022-02-14'])).toEqual(new Set(['2022-02-14']));
});

test('a place alone keeps all its flags', () => {
  const rows = ['2022-02-14', '2022-05-30'].map(flag);
  expect(sharedCalendar([{ place: small, rows }], areas)).toEqual(rows);
});
