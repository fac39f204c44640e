import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { insiderBound } from '#src/disclosure/attack/insider-bound.ts';
import { insiderPosterior } from '#src/disclosure/attack/insider-posterior.ts';
import { drawPlainly, everyDraw, type SmallBlock } from '#test/disclosure/attack/plain-rounding.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const base = 10;
const hidden = Array.from({ length: base - 1 }, (_, at) => at + 1);
const residues = Array.from({ length: base }, (_, at) => at);

const product = (lines: number, hypotheses: readonly number[]) =>
  (1 + ((hypotheses.at(-1) ?? 0) - (hypotheses[0] ?? 0)) / base) ** (1 + lines) / hypotheses.length;

test('the bound of one line alone is that of its two outcomes, whatever the other leaves add up to', () => {
  const zeroTo9 = [0, ...hidden];
  expect(insiderBound({ base, residues: [], hypotheses: zeroTo9 }) * 10).toBeCloseTo(1.9, 12);
  expect(insiderBound({ base, residues: [], hypotheses: hidden }) * 9).toBeCloseTo(1.8, 12);
});

test('for base 10 the bound lies below the product of the lines, for all residues of one, two or three lines', () => {
  for (const hypotheses of [hidden, [0, ...hidden], [0, ...hidden, 10]])
    for (const one of residues) {
      const bound = (...those: number[]) => insiderBound({ base, residues: those, hypotheses });
      expect(bound(one)).toBeLessThanOrEqual(product(1, hypotheses));
      for (const two of residues) {
        expect(bound(one, two)).toBeLessThanOrEqual(product(2, hypotheses));
        for (const three of residues)
          expect(bound(one, two, three)).toBeLessThanOrEqual(product(3, hypotheses));
      }
    }
});

/** A block on a grid of up to 3 × 3 with 2 to 7 leaves; the target is the first leaf. */
const anyBlock = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 2,
    maxLength: 7,
    selector: String,
  })
  .chain((places) =>
    fc.record({
      origin: fc.constant(places.map(([origin]) => origin)),
      destination: fc.constant(places.map(([, destination]) => destination)),
      trips: fc.array(fc.integer({ min: 1, max: 9 }), {
        minLength: places.length,
        maxLength: places.length,
      }),
    }),
  );

const lineOf = (places: readonly number[]) =>
  [...places.keys()].filter((leaf) => places[leaf] === places[0]);

const sumOver = (values: ArrayLike<number>, leaves: readonly number[]) =>
  leaves.reduce((sum, leaf) => sum + (values[leaf] ?? 0), 0);

/** The exact chance to guess the target right from what `see` makes of the published block. */
const exactVulnerability = (block: SmallBlock, see: (values: readonly number[]) => string) => {
  const most = new Map<string, number>();
  for (const x of hidden) {
    const chances = new Map<string, number>();
    for (const [values, chance] of everyDraw(
      { ...block, trips: [x, ...Array.from(block.trips).slice(1)] },
      base,
    ))
      chances.set(see(values), (chances.get(see(values)) ?? 0) + chance);
    for (const [seen, chance] of chances) most.set(seen, Math.max(most.get(seen) ?? 0, chance));
  }
  return most.values().reduce((sum, each) => sum + each, 0) / hidden.length;
};

test('on tiny tables the exact chance of an insider who sees y, row and column stays within the bound', () => {
  let highest = 0;
  fc.assert(
    fc.property(anyBlock, (block) => {
      const lines = [lineOf(block.origin), lineOf(block.destination)];
      const rest = lines.map((line) => sumOver(block.trips, line) - (block.trips[0] ?? 0));
      const bound = insiderBound({ base, residues: rest, hypotheses: hidden });
      const chance = exactVulnerability(block, (values) =>
        [values[0], ...lines.map((line) => sumOver(values, line))].join(' '),
      );
      expect(chance).toBeLessThanOrEqual(bound + 1e-12);
      highest = Math.max(highest, chance / bound);
    }),
    { numRuns: 300, seed: 3 },
  );
  expect(highest).toBeGreaterThan(0.4);
});

test('the whole block tells an insider more than the lines through the target', () => {
  const block = { origin: [0, 0, 1, 1], destination: [0, 1, 0, 1], trips: [5, 3, 8, 4] };
  const near = exactVulnerability(
    block,
    (values) => `${values[0]} ${sumOver(values, [0, 1])} ${sumOver(values, [0, 2])}`,
  );
  const whole = exactVulnerability(block, String);
  expect(whole).toBeGreaterThanOrEqual(near);
});

const keyed = (block: Omit<SmallBlock, 'trips'>) => (values: Float64Array, key: number) =>
  drawPlainly({ ...block, trips: values }, base, someKey(key)('block'));

type HypothesisDraws = ReturnType<typeof insiderPosterior>['draws'][number];

/** Outside of the 99.9 % limits of the normal law. */
const isUnlikely = ({ draws, expected, high }: HypothesisDraws): boolean =>
  Math.abs(high - draws * expected) > 3.29 * Math.sqrt(draws * expected * (1 - expected));

const square = { origin: [0, 0, 1, 1], destination: [0, 1, 0, 1] };

test('the insider found by keys agrees with the exact chance, and an honest draw has its frequencies', () => {
  const trips = [5, 3, 8, 4];
  const found = insiderPosterior(
    {
      values: Float64Array.from(trips),
      target: 0,
      base,
      lines: [
        [0, 1],
        [0, 2],
      ],
      keys: 2000,
      hypotheses: hidden,
    },
    keyed(square),
  );
  const exact = exactVulnerability({ ...square, trips }, String);
  expect(Math.abs((found.ofBlock?.vulnerability ?? 0) - exact)).toBeLessThan(
    found.ofBlock?.allowance ?? 0,
  );
  expect(found.ofLines.vulnerability).toBeLessThanOrEqual(found.bound + found.ofLines.allowance);
  expect(found.prior).toBeCloseTo(1 / 9, 12);
  expect(found.draws.filter(isUnlikely)).toEqual([]);
});

test('a draw that favours b is outside of the limits, and an optimiser gives the value away', () => {
  const ask = {
    values: Float64Array.of(5, 3, 8, 4),
    target: 0,
    base,
    lines: [
      [0, 1],
      [0, 2],
    ],
    keys: 2000,
    hypotheses: hidden,
  };
  const biased = insiderPosterior(ask, (values, key) =>
    keyed(square)(
      values.map((x) => Math.min(9, x + 1)),
      key,
    ),
  );
  expect(biased.draws.filter(isUnlikely).length).toBeGreaterThan(5);
  const rounded = insiderPosterior(ask, (values) => values.map((x) => (x >= 5 ? base : 0)));
  expect(rounded.draws.filter(isUnlikely)).toHaveLength(9);
  const raw = insiderPosterior(ask, (values) => values);
  expect(raw.ofLines.vulnerability).toBeCloseTo(1, 12);
  expect(raw.ofLines.certain).toBeCloseTo(1, 12);
  expect(raw.ofLines.vulnerability).toBeGreaterThan(raw.bound + raw.ofLines.allowance);
});

test('a row that must be held within b can leave one value only: an insider then knows it, as rarely as one in ten of its draws', () => {
  const block = { origin: [0, 0], destination: [0, 1], trips: [9, 2] };
  const { ofLines, bound } = insiderPosterior(
    {
      values: Float64Array.from(block.trips),
      target: 0,
      base,
      lines: [[0, 1]],
      keys: 2000,
      hypotheses: hidden,
    },
    keyed(block),
  );
  const sure = ofLines.outcomes.filter(({ posterior }) => Math.max(...posterior) === 1);
  expect(sure.map(({ posterior }) => hidden[posterior.indexOf(1)])).toEqual([9]);
  expect(ofLines.certain).toBeGreaterThan(0);
  expect(ofLines.certain).toBeLessThan(0.02);
  expect(ofLines.vulnerability).toBeLessThan(bound);
});

test('a large base is tried on eleven values', () => {
  const { hypotheses } = insiderPosterior(
    { values: Float64Array.of(100), target: 0, base: 400, lines: [], keys: 1 },
    () => [0],
  );
  expect(hypotheses).toEqual([0, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400]);
});
