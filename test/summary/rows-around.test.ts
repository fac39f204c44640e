import { expect, test } from 'vitest';
import { rowsAround } from '#src/summary/rows-around.ts';

test.each([
  { centre: 10, count: 20, most: 4, rows: [8, 9, 10, 11] },
  { centre: 0, count: 20, most: 4, rows: [0, 1, 2, 3] },
  { centre: 20, count: 20, most: 4, rows: [16, 17, 18, 19] },
  { centre: -1, count: 20, most: 4, rows: [0, 1, 2, 3] },
  { centre: 1, count: 3, most: 4, rows: [0, 1, 2] },
  { centre: 0, count: 0, most: 4, rows: [] },
])('of $count rows, $most around row $centre are $rows', ({ centre, count, most, rows }) => {
  expect(rowsAround(centre, count, most)).toEqual(rows);
});
