import { expect, test } from 'vitest';
import { makePlotScale } from '#charts/plot-scale.ts';
import { suppressedMarks, withheldRuns } from '#charts/suppressed-marks.ts';
import { day, weeksFrom } from '#test/charts/fixtures.ts';

const first = day('2022-01-03');

/** Marks for weeks given as text, `c` withheld, on a plot of some width. */
function marksOf(pattern: string, width: number) {
  const weeks = weeksFrom(
    '2022-01-03',
    pattern.split('').map((letter) => (letter === 'c' ? 'c' : 500)),
  );
  const span = { first, end: first + pattern.length * 7 };
  const scale = makePlotScale(span, { low: 0, high: 1 }, { width, height: 100 });
  return suppressedMarks(withheldRuns(weeks), scale, 90);
}

test.each([
  { pattern: '....', width: 400, marks: [] },
  { pattern: '.c..', width: 400, marks: [150] },
  { pattern: '.cc.', width: 400, marks: [150, 250] },
  { pattern: '.cccccc.', width: 80, marks: [20, 40, 60] },
  { pattern: '.c.c....', width: 40, marks: [12.5] },
])('weeks $pattern on $width pixels are marked at $marks', ({ pattern, width, marks }) => {
  expect(marksOf(pattern, width).map(({ x }) => x)).toEqual(marks);
});

test('a run of withheld weeks is one run', () => {
  const weeks = weeksFrom('2022-01-03', ['c', 'c', 5, 'z', 'c']);
  expect(withheldRuns(weeks)).toEqual([
    { first, end: first + 14 },
    { first: first + 28, end: first + 35 },
  ]);
});
