import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundDependently, type Block } from '#src/disclosure/dependent-rounding.ts';
import { laminarLevels } from '#src/disclosure/laminar-levels.ts';
import { makeAreas } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const areas = makeAreas({
  uk: undefined,
  n: 'uk',
  s: 'uk',
  n1: 'n',
  n2: 'n',
  n3: 'n',
  n4: 'n',
  s1: 's',
  s2: 's',
  s3: 's',
  s4: 's',
});
const levels = laminarLevels(areas);

const table = (rows: readonly (readonly number[])[]): Block => {
  const cells = rows.flatMap((row, origin) =>
    row.flatMap((trips, destination) => (trips > 0 ? [{ origin, destination, trips }] : [])),
  );
  return {
    origin: cells.map(({ origin }) => origin),
    destination: cells.map(({ destination }) => destination),
    trips: cells.map(({ trips }) => trips),
  };
};

const sumsBy = (areasOfCells: ArrayLike<number>, values: ArrayLike<number>): readonly number[] => {
  const sums: number[] = Array.from({ length: areas.codes.length }, () => 0);
  for (let cell = 0; cell < values.length; cell += 1) {
    const area = areasOfCells[cell] ?? -1;
    sums[area] = (sums[area] ?? 0) + (values[cell] ?? 0);
  }
  return sums;
};

test.each([
  // One leaf: b with probability 3 ÷ 10.
  { rows: [[3]], coin: 0.299, drawn: [10] },
  { rows: [[3]], coin: 0.3, drawn: [0] },
  // A cycle of four: 5 go round, one way or the other.
  {
    rows: [
      [5, 5],
      [5, 5],
    ],
    coin: 0,
    drawn: [10, 0, 0, 10],
  },
  {
    rows: [
      [5, 5],
      [5, 5],
    ],
    coin: 0.5,
    drawn: [0, 10, 10, 0],
  },
  // A path: 3 move from the first to the second (4 ÷ 7), then the second rises by 3 (7 ÷ 10) or falls by 7.
  { rows: [[3, 4]], coin: 0.57, drawn: [0, 10] },
  // 4 move back (3 ÷ 7), then the first, 7, rises by 3 (7 ÷ 10).
  { rows: [[3, 4]], coin: 0.58, drawn: [10, 0] },
  { rows: [[3, 4]], coin: 0.7, drawn: [0, 0] },
  // Seen from the last edge, 4: the cycle rises by 2 (4 ÷ 6), to 8, 0, 0, 6; then each of the two is drawn alone.
  {
    rows: [
      [6, 2],
      [2, 4],
    ],
    coin: 0.66,
    drawn: [10, 0, 0, 0],
  },
  // It falls by 4, to 2, 6, 6, 0; then the path of three rises by 2 at its ends (6 ÷ 8), to 0, 8, 8.
  {
    rows: [
      [6, 2],
      [2, 4],
    ],
    coin: 0.67,
    drawn: [0, 10, 10, 0],
  },
])('a coin of $coin draws $rows as $drawn', ({ rows, coin, drawn }) => {
  expect([...roundDependently(table(rows), 10, levels, () => coin)]).toEqual(drawn);
});

test('a 3 × 3 table whose margins are the base is drawn as one base in each row and column', () => {
  const block = table([
    [1, 2, 7],
    [3, 4, 3],
    [6, 4, 0],
  ]);
  for (let key = 0; key < 50; key += 1) {
    const drawn = roundDependently(block, 10, levels, someKey(key)('block'));
    expect(sumsBy(block.origin, drawn).slice(0, 3)).toEqual([10, 10, 10]);
    expect(sumsBy(block.destination, drawn).slice(0, 3)).toEqual([10, 10, 10]);
  }
});

const anyBlock = fc
  .record({
    base: fc.integer({ min: 2, max: 500 }),
    cells: fc.uniqueArray(
      fc.record({
        origin: fc.nat(areas.codes.length - 1),
        destination: fc.nat(areas.codes.length - 1),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      {
        selector: ({ origin, destination }) => `${origin} ${destination}`,
        maxLength: 196,
        size: 'max',
      },
    ),
    key: fc.nat(),
  })
  .map(({ base, cells, key }) => ({
    base,
    key,
    block: {
      origin: cells.map(({ origin }) => origin),
      destination: cells.map(({ destination }) => destination),
      trips: cells.map(({ part }) => 1 + Math.floor(part * (base - 2))),
    },
  }));

test('every leaf comes out 0 or the base, and every row and column moves by less than the base', () => {
  fc.assert(
    fc.property(anyBlock, ({ block, base, key }) => {
      const drawn = roundDependently(block, base, levels, someKey(key)('block'));
      expect([...drawn].filter((value) => value !== 0 && value !== base)).toEqual([]);
      for (const side of [block.origin, block.destination]) {
        const before = sumsBy(side, block.trips);
        const after = sumsBy(side, drawn);
        const moves = before.map((sum, area) => Math.abs((after[area] ?? 0) - sum));
        expect(Math.max(...moves)).toBeLessThan(base);
      }
    }),
    { numRuns: 500 },
  );
});

test('a leaf of x trips comes out as the base in a share x ÷ b of 4,000 keys, for every x', () => {
  const block = table([
    [1, 2, 3, 9, 4],
    [4, 5, 6, 0, 8],
    [7, 8, 9, 1, 0],
    [2, 0, 5, 6, 3],
  ]);
  const keys = 4000;
  const bases = block.trips.length;
  const hits = Array.from({ length: bases }, () => 0);
  for (let key = 0; key < keys; key += 1) {
    roundDependently(block, 10, levels, someKey(key)('block')).forEach((value, cell) => {
      hits[cell] = (hits[cell] ?? 0) + value / 10;
    });
  }
  // 3.29 standard deviations: the 99.9 % limits of a binomial count.
  const misses = hits.map((count, cell) => {
    const share = (block.trips[cell] ?? 0) / 10;
    return Math.abs(count - keys * share) / Math.sqrt(keys * share * (1 - share));
  });
  expect(new Set(Array.from(block.trips)).size).toBe(9);
  expect(Math.max(...misses)).toBeLessThan(3.29);
});

test('mass is shifted inside a pair of regions before it crosses to another', () => {
  const at = (code: string) => areas.codes.indexOf(code);
  // Four pairs of regions, each with four fives; in this order the first cycle to close crosses pairs.
  const cells = ['n3', 's1', 'n4', 's2'].flatMap((to) =>
    ['n1', 's3', 'n2', 's4'].map((from) => ({ from, to, pair: `${from[0]} ${to[0]}` })),
  );
  const block = {
    origin: cells.map(({ from }) => at(from)),
    destination: cells.map(({ to }) => at(to)),
    trips: cells.map(() => 5),
  };
  for (let key = 0; key < 50; key += 1) {
    const drawn = roundDependently(block, 10, levels, someKey(key)('block'));
    const pairs = Map.groupBy(cells.keys(), (cell) => cells[cell]?.pair);
    const sums = [...pairs.values()].map((inPair) =>
      inPair.reduce((sum, cell) => sum + (drawn[cell] ?? 0), 0),
    );
    expect(sums).toEqual([20, 20, 20, 20]);
  }
});
