import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeTicks } from '#charts/time-ticks.ts';
import { dayNumber } from '#src/week.ts';

const ticksOf = (from: string, weeks: number) =>
  timeTicks(dayNumber(from), dayNumber(from) + weeks * 7, 600).map(({ lines }) => lines.join(' '));

test.each([
  {
    weeks: 6,
    from: '2021-12-13',
    ticks: ['13 Dec 2021', '20 Dec', '27 Dec', '3 Jan 2022', '10 Jan', '17 Jan'],
  },
  { weeks: 26, from: '2021-09-27', ticks: ['Oct 2021', 'Nov', 'Dec', 'Jan 2022', 'Feb', 'Mar'] },
  { weeks: 65, from: '2021-09-13', ticks: ['Oct 2021', 'Jan 2022', 'Apr', 'Jul', 'Oct'] },
  {
    weeks: 104,
    from: '2021-01-04',
    ticks: ['Apr 2021', 'Jul', 'Oct', 'Jan 2022', 'Apr', 'Jul', 'Oct', 'Jan 2023'],
  },
])('$weeks weeks from $from have the ticks $ticks', ({ weeks, from, ticks }) => {
  expect(ticksOf(from, weeks)).toEqual(ticks);
});

test('ticks lie within the span, ascend and keep their distance, up to ten years', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 17_000, max: 20_000 }),
      fc.integer({ min: 2, max: 520 }),
      (first, weeks) => {
        const end = first + weeks * 7;
        const days = timeTicks(first, end, 600).map(({ day }) => day);
        expect(days.length).toBeGreaterThan(0);
        expect(days.every((day) => day >= first && day < end)).toBe(true);
        const gaps = days
          .slice(1)
          .map((day, index) => ((day - (days[index] ?? 0)) / (end - first)) * 600);
        expect(Math.min(40, ...gaps)).toBe(40);
      },
    ),
  );
});
