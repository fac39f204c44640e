import { expect, test } from 'vitest';
import { averageOverQuestions } from '#src/disclosure/attack/average-over-questions.ts';
import { averageOverWeeks } from '#src/disclosure/attack/average-over-weeks.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const base = 10;

/** Independent draws of a flow that has `trips` every week. */
const stableFlow = (trips: number, weeks: number, key: number) => {
  const uniform = someKey(key)('weeks');
  const published = Array.from({ length: weeks }, () => (uniform() * base < trips ? base : 0));
  return { published, drawn: published.map(() => 1) };
};

test('a flow of 5 every week is known to about 0.7 after a year', () => {
  const { estimate, error, weeks } =
    averageOverWeeks(stableFlow(5, 52, 1), base, 4) ?? expect.fail();
  expect(weeks).toBe(52);
  expect(error).toBeCloseTo(0.7, 1);
  expect(Math.abs(estimate - 5)).toBeLessThan(3 * error);
});

test('the error is honest: over 400 flows 68 % of the estimates lie within it', () => {
  const within = Array.from({ length: 400 }, (_, key) => {
    const average = averageOverWeeks(stableFlow(4, 26, key), base, 26) ?? expect.fail();
    return Math.abs(average.estimate - 4) <= average.error;
  }).filter(Boolean).length;
  expect(within / 400).toBeGreaterThan(0.6);
  expect(within / 400).toBeLessThan(0.76);
});

test('a window without any b is not certain, and exact weeks are no draws', () => {
  const silent = { published: [0, 0, 0, 0, 0, 0, 0, 0], drawn: [1, 1, 1, 1, 1, 1, 1, 1] };
  expect(averageOverWeeks(silent, base, 8)).toMatchObject({ estimate: 0, draws: 8 });
  expect(averageOverWeeks(silent, base, 8)?.error).toBeGreaterThan(0.9);
  const exact = { published: [40, 50, 10, 60], drawn: [0, 0, 1, 0] };
  expect(averageOverWeeks(exact, base, 2)).toMatchObject({ draws: 1, estimate: 10 });
  expect(averageOverWeeks({ ...exact, drawn: [0, 0, 0, 0] }, base, 2)).toBeUndefined();
  expect(averageOverWeeks(exact, base, 5)).toBeUndefined();
});

test('the window that tells most is found where the flow changes', () => {
  const published = [10, 0, 10, 0, 10, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const average = averageOverWeeks({ published, drawn: published.map(() => 1) }, base, 4);
  expect(average).toMatchObject({ first: 7, weeks: 13, estimate: 0 });
});

test('differences of perturbed answers average to the raw value; those of one protected cube to y, without error', () => {
  const uniform = someKey(2)('questions');
  const rest = Array.from({ length: 200 }, () => Math.floor(uniform() * 500));
  const noise = () => Math.round(4 * uniform() - 2);
  const noisy = averageOverQuestions(
    rest.map((sum) => ({ wider: sum + 6 + noise(), narrower: sum + noise() })),
  );
  expect(Math.round(noisy.estimate)).toBe(6);
  expect(noisy.error).toBeLessThan(0.2);
  const sticky = averageOverQuestions(rest.map((sum) => ({ wider: sum + base, narrower: sum })));
  expect(sticky).toEqual({ estimate: base, error: 0 });
});
