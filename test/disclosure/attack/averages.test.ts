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
  const { estimate, error, weeks } = averageOverWeeks(stableFlow(5, 52, 1), base) ?? expect.fail();
  expect(weeks).toBe(52);
  expect(error).toBeCloseTo(0.7, 1);
  expect(Math.abs(estimate - 5)).toBeLessThan(3 * error);
});

const weeks = 26;

/** So many b among the draws of the weeks, spread evenly: no much shorter window tells more than all of them. */
const spread = (high: number) => {
  const upTo = (week: number) => Math.floor((week * high) / weeks);
  const published = Array.from({ length: weeks }, (_, week) => upTo(week + 1) - upTo(week));
  return { published, drawn: published.map(() => 1) };
};

/** By number of b: how likely it is. */
const binomial = (share: number): readonly number[] => {
  const odds = [(1 - share) ** weeks];
  for (let high = 1; high <= weeks; high += 1)
    odds.push(((odds[high - 1] ?? 0) * (weeks - high + 1) * share) / (high * (1 - share)));
  return odds;
};

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'the interval is honest: a flow of %i every week lies in it in 90 to 99.9 % of its draws',
  (trips) => {
    const within = binomial(trips / base).filter((_, high) => {
      const average = averageOverWeeks(spread(high), base) ?? expect.fail();
      expect(average.draws).toBeGreaterThan(weeks / 2);
      return Math.abs(average.estimate - trips) <= 2 * average.error;
    });
    const share = within.reduce((sum, chance) => sum + chance, 0);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.999);
  },
);

test('a window without any b is not certain, and exact weeks are no draws', () => {
  const silent = { published: [0, 0, 0, 0, 0, 0, 0, 0], drawn: [1, 1, 1, 1, 1, 1, 1, 1] };
  const { estimate, error, draws } = averageOverWeeks(silent, base) ?? expect.fail();
  // As if 2 of 12 draws were b: 10 ÷ 6 ± 10 × √(1/6 × 5/6 ÷ 12).
  expect(estimate).toBeCloseTo(10 / 6, 12);
  expect(error).toBeCloseTo(1.0758, 4);
  expect(draws).toBe(8);
  const exact = { published: [40, 50, 10, 60], drawn: [0, 0, 1, 0] };
  expect(averageOverWeeks(exact, base)).toMatchObject({
    first: 2,
    weeks: 1,
    draws: 1,
    estimate: 6,
  });
  expect(averageOverWeeks({ ...exact, drawn: [0, 0, 0, 0] }, base)).toBeUndefined();
});

test('a window may reach over exact weeks', () => {
  const published = [0, 90, 0, 90, 90, 0, 0];
  const drawn = [1, 0, 1, 0, 0, 1, 1];
  expect(averageOverWeeks({ published, drawn }, base)).toMatchObject({
    first: 0,
    weeks: 7,
    draws: 4,
  });
});

test('the window that tells most is found where the flow changes', () => {
  const published = [10, 0, 10, 0, 10, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const average = averageOverWeeks({ published, drawn: published.map(() => 1) }, base);
  expect(average).toMatchObject({ first: 7, weeks: 13 });
  expect(average?.estimate).toBeCloseTo(20 / 17, 12);
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
