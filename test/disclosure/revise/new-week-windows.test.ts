import { expect, test } from 'vitest';
import { newWeekWindows } from '#src/disclosure/revise/new-week-windows.ts';

test.each([
  [20, 20, []],
  // One new week is judged by the last thirteen, and no other is written.
  [20, 21, [{ first: 8, end: 21, written: 20 }]],
  [5, 7, [{ first: 0, end: 7, written: 5 }]],
  [20, 33, [{ first: 20, end: 33, written: 20 }]],
  // More than thirteen are blocks of their own; a shorter last one joins the one before.
  [20, 40, [{ first: 20, end: 40 }]],
  [
    20,
    46,
    [
      { first: 20, end: 33 },
      { first: 33, end: 46 },
    ],
  ],
  // A first release is all new weeks.
  [0, 5, [{ first: 0, end: 5, written: 0 }]],
])('from %i weeks to %i: %j', (known, weeks, windows) => {
  expect(newWeekWindows(known, weeks, 13)).toEqual(windows);
});
