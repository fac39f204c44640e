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

type Cell = {
  readonly origin: number;
  readonly destination: number;
  readonly week?: number;
  readonly trips: number;
};

const blockOf = (cells: readonly Cell[]): Block => ({
  origin: Int32Array.from(cells, ({ origin }) => origin),
  destination: Int32Array.from(cells, ({ destination }) => destination),
  week: Int32Array.from(cells, ({ week }) => week ?? 0),
  trips: Float64Array.from(cells, ({ trips }) => trips),
});

const table = (rows: readonly (readonly number[])[]): Block => {
  const cells = rows.flatMap((row, origin) =>
    row.flatMap((trips, destination) => (trips > 0 ? [{ origin, destination, trips }] : [])),
  );
  return blockOf(cells);
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
  // It falls by 4, to 2, 6, 6, 0. With the sums of rows, columns and all, 8, 6, 8, 6 and 14, the first rises, the others fall.
  {
    rows: [
      [6, 2],
      [2, 4],
    ],
    coin: 0.67,
    drawn: [10, 0, 0, 0],
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
        week: fc.nat(3),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      {
        selector: ({ origin, destination, week }) => `${origin} ${destination} ${week}`,
        maxLength: 400,
        size: 'max',
      },
    ),
    key: fc.nat(),
  })
  .map(({ base, cells, key }) => ({
    base,
    key,
    block: blockOf(
      cells.map(({ part, ...cell }) => ({ ...cell, trips: 1 + Math.floor(part * (base - 2)) })),
    ),
  }));

const code = (area: number | undefined) => areas.codes[area ?? -1] ?? '';
const regionOf = (area: number | undefined) => levels[0]?.group[area ?? -1];

/** Every sum of one week that is held, by name, of a leaf. */
const heldSums = ({ origin, destination, week }: Block, leaf: number) => {
  const from = origin[leaf];
  const to = destination[leaf];
  return [
    `from ${code(from)}`,
    `to ${code(to)}`,
    `from ${code(from)} to region ${regionOf(to)}`,
    `from region ${regionOf(from)} to ${code(to)}`,
    `from region ${regionOf(from)}`,
    `to region ${regionOf(to)}`,
    'in all',
  ].map((name) => `week ${week[leaf]} ${name}`);
};

const movesOf = (
  namesOf: (block: Block, leaf: number) => readonly string[],
  block: Block,
  drawn: ArrayLike<number>,
) => {
  const moves = new Map<string, number>();
  block.trips.forEach((trips, leaf) => {
    for (const name of namesOf(block, leaf))
      moves.set(name, (moves.get(name) ?? 0) + (drawn[leaf] ?? 0) - trips);
  });
  return [...moves.values()].map(Math.abs);
};

test('every leaf comes out 0 or the base, and every held sum of a week moves by less than the base', () => {
  let sums = 0;
  fc.assert(
    fc.property(anyBlock, ({ block, base, key }) => {
      const drawn = roundDependently(block, base, levels, someKey(key)('block'));
      expect([...drawn].filter((value) => value !== 0 && value !== base)).toEqual([]);
      const moves = movesOf(heldSums, block, drawn);
      expect(moves.filter((move) => move >= base)).toEqual([]);
      sums += moves.length;
    }),
    { numRuns: 500 },
  );
  expect(sums).toBeGreaterThan(10_000);
});

test('the order of the leaves is irrelevant', () => {
  fc.assert(
    fc.property(anyBlock, ({ block, base, key }) => {
      const drawn = roundDependently(block, base, levels, someKey(key)('block'));
      const turned = {
        origin: block.origin.toReversed(),
        destination: block.destination.toReversed(),
        week: block.week.toReversed(),
        trips: block.trips.toReversed(),
      };
      const again = roundDependently(turned, base, levels, someKey(key)('block'));
      expect([...again].toReversed()).toEqual([...drawn]);
    }),
  );
});

test('a leaf of x trips comes out as the base in a share x ÷ b of 4,000 keys, for every x and week', () => {
  const rows = [
    [1, 2, 3, 9, 4],
    [4, 5, 6, 0, 8],
    [7, 8, 9, 1, 0],
    [2, 0, 5, 6, 3],
  ];
  const cells = rows.flatMap((row, origin) =>
    row.flatMap((trips, destination) =>
      [0, 1, 2].map((week) => ({ origin, destination, week, trips: (trips + week) % 10 })),
    ),
  );
  const block = blockOf(cells.filter(({ trips }) => trips > 0));
  const keys = 4000;
  const hits = new Float64Array(block.trips.length);
  for (let key = 0; key < keys; key += 1) {
    roundDependently(block, 10, levels, someKey(key)('block')).forEach((value, cell) => {
      hits[cell] = (hits[cell] ?? 0) + value / 10;
    });
  }
  const misses = hits.map((count, cell) => {
    const share = (block.trips[cell] ?? 0) / 10;
    return Math.abs(count - keys * share) / Math.sqrt(keys * share * (1 - share));
  });
  expect(new Set(block.trips).size).toBe(9);
  // The 99.9 % limit of the largest of 53 standard normals: 4.3.
  expect(Math.max(...misses)).toBeLessThan(4.3);
});

/** The same eight places, six weeks, with trips from 1 to 9 everywhere. */
const sixWeeks = blockOf(
  Array.from({ length: 8 * 8 * 6 }, (_, cell) => ({
    origin: 3 + (cell % 8),
    destination: 3 + (Math.floor(cell / 8) % 8),
    week: Math.floor(cell / 64),
    trips: 1 + ((cell * 7 + Math.floor(cell / 9)) % 9),
  })),
);

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every place a group of its own: weeks can be linked, places of one group cannot. */
const ungrouped = [
  { group: Int32Array.from(areas.codes.keys()), groups: areas.codes.length },
  { group: new Int32Array(areas.codes.length), groups: 1 },
];

test.each([
  ['in regions', levels],
  ['without regions', ungrouped],
] as const)(
  'weeks that are drawn together hold sums over the weeks better than weeks drawn alone, %s',
  (_, grouping) => {
    const overWeeks = ({ origin, destination }: Block, leaf: number) => [
      `${origin[leaf]} ${destination[leaf]}`,
      `${origin[leaf]}`,
      `to ${destination[leaf]}`,
    ];
    const errors = Array.from({ length: 40 }, (_, key) => {
      const together = roundDependently(sixWeeks, 10, grouping, someKey(key)('block'));
      const alone = new Float64Array(sixWeeks.trips.length);
      for (let week = 0; week < 6; week += 1) {
        const leaves = [...alone.keys()].filter((leaf) => sixWeeks.week[leaf] === week);
        const block = blockOf(
          leaves.map((leaf) => ({
            origin: sixWeeks.origin[leaf] ?? -1,
            destination: sixWeeks.destination[leaf] ?? -1,
            trips: sixWeeks.trips[leaf] ?? 0,
          })),
        );
        const drawn = roundDependently(block, 10, grouping, someKey(key)(`week ${week}`));
        leaves.forEach((leaf, at) => {
          alone[leaf] = drawn[at] ?? 0;
        });
      }
      return [together, alone].map((drawn) => meanOf(movesOf(overWeeks, sixWeeks, drawn)));
    });
    expect(meanOf(errors.map(([together]) => together ?? 0))).toBeLessThan(
      0.8 * meanOf(errors.map(([, alone]) => alone ?? 0)),
    );
  },
);
