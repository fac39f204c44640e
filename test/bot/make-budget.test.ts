import { expect, test } from 'vitest';
import { makeBudget } from '#src/bot/make-budget.ts';

test('so much is done within a time, and more once it has passed', () => {
  let now = 0;
  const may = makeBudget(2, 60_000, () => new Date(now));
  expect([may(), may(), may()]).toEqual([true, true, false]);
  now = 59_999;
  expect(may()).toBe(false);
  now = 60_000;
  expect([may(), may(), may()]).toEqual([true, true, false]);
});
