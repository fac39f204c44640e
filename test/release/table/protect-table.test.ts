import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectTable } from '#src/release/table/protect-table.ts';
import { optionsIn, tableFolder } from './table-folder.ts';

test('large cells, their margins and larger places come out as they are, sorted; empty cells look hidden', async () => {
  const own = tableFolder();
  own.put('cells.csv', 'n;to;from\n12;x;B\n30;x;"A,1"\n0;y;B\n11;y;"A,1"\n10;x;C\n');
  own.put('places.csv', 'place,county,size\n"A,1",N,3\nB,N,4\nC,S,5\n');
  const options = optionsIn(own, ['from', 'to']);
  const parents = [{ file: own.path('places.csv'), columns: ['place', 'county'] }];
  await protectTable({ ...options, source: { ...options.source, parents } });
  expect(own.text('protected.csv').split('\n')).toEqual([
    'from,to,value,status',
    ',,63,margin',
    ',x,52,margin',
    ',y,11,margin',
    '"A,1",,41,margin',
    '"A,1",x,30,exact',
    '"A,1",y,11,exact',
    'B,,12,margin',
    'B,x,12,exact',
    'B,y,0,sensitive',
    'C,,10,margin',
    'C,x,10,exact',
    'C,y,0,sensitive',
    'N,,53,margin',
    'N,x,42,margin',
    'N,y,11,margin',
    'S,,10,margin',
    'S,x,10,margin',
    'S,y,0,margin',
    '',
  ]);
});

test('one key is a table of one side: 5 and 5 are drawn as 10 together, so that the total is true', async () => {
  const own = tableFolder();
  own.put('cells.csv', 'town,n\nA,5\nB,40\nC,5\n');
  await protectTable(optionsIn(own, ['town']));
  const rows = own.rows('protected.csv');
  expect(rows.get('')).toEqual({ value: 50, status: 'margin' });
  expect(rows.get('B')).toEqual({ value: 40, status: 'exact' });
  expect((rows.get('A')?.value ?? 0) + (rows.get('C')?.value ?? 0)).toBe(10);
});

test('few devices hide a large cell, which is cut to the base; the operator alone is told', async () => {
  const own = tableFolder();
  own.put('cells.csv', 'a,b,n,people\nx,y,900,9\nx,z,900,10\nw,y,9,12\nw,z,0,0\n');
  const lines = await protectTable({ ...optionsIn(own, ['a', 'b']), devices: 'people', base: 50 });
  const rows = own.rows('protected.csv');
  expect(rows.get('x y')).toEqual({ value: 50, status: 'sensitive' });
  expect(rows.get('x z')).toEqual({ value: 900, status: 'exact' });
  expect(rows.get('w y')?.status).toBe('sensitive');
  expect(lines[0]).toBe('Hidden: 2 of 4 cells, 1 of them cut to the base.');
  expect(JSON.parse(own.text('report.json'))).toMatchObject({ judgedBy: 'devices and value' });
});

/** A table of up to four keys, every cell given once. */
const someTable = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
    base: fc.constantFrom(10, 25),
  })
  .map(({ sizes, seed, base }) => ({
    base,
    keys: sizes.map((_, at) => `k${at}`),
    cells: cellsOf(sizes, seed),
  }));

type Cell = { readonly keys: readonly string[]; readonly n: number };

function cellsOf(sizes: readonly number[], seed: number): readonly Cell[] {
  const names = sizes.reduce(
    (all: readonly (readonly string[])[], size, key) =>
      all.flatMap((keys) =>
        Array.from({ length: size }, (_, at) => [...keys, `${'abcd'[key]}${at}`]),
      ),
    [[]],
  );
  return names.map((keys, at) => ({
    keys,
    n: ((at + 1) * seed * 48_271) % (at % 3 === 0 ? 40 : 12),
  }));
}

const csvOf = (keys: readonly string[], cells: readonly Cell[]): string =>
  [[...keys, 'n'], ...cells.map((cell) => [...cell.keys, cell.n])]
    .map((line) => line.join())
    .join('\n');

test('exact cells are true, hidden and empty ones 0 or b, rows and columns of a block within b, and all adds up', async () => {
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(someTable, async ({ keys, cells, base }) => {
      const own = tableFolder();
      own.put('cells.csv', csvOf(keys, cells));
      await protectTable({ ...optionsIn(own, keys), base });
      const rows = own.rows('protected.csv');
      for (const cell of cells) {
        const row = rows.get(cell.keys.join(' '));
        if (cell.n >= 10) expect(row).toEqual({ value: cell.n, status: 'exact' });
        else {
          expect(row?.status).toBe('sensitive');
          expect(cell.n === 0 ? [0] : [0, base]).toContain(row?.value);
          hidden += 1;
        }
      }
      for (const [name, { value }] of rows) {
        const label = name.split(' ');
        const under = cells.filter((cell) =>
          cell.keys.every((key, at) => label[at] === '' || label[at] === key),
        );
        const sum = (of: (cell: Cell) => number) =>
          under.reduce((total, cell) => total + of(cell), 0);
        expect(value).toBe(sum((cell) => rows.get(cell.keys.join(' '))?.value ?? Number.NaN));
        const all = label.flatMap((part, at) => (part === '' ? [at] : []));
        const isLine = all.length <= 1 && all.every((at) => at < 2);
        if (isLine) expect(Math.abs(value - sum(({ n }) => n))).toBeLessThan(base);
      }
    }),
    { numRuns: 40 },
  );
  expect(hidden).toBeGreaterThan(100);
});

/** Values of a key in two larger places. */
const placesOf = (key: string): string =>
  `${key}0,even\n${key}1,odd\n${key}2,even\n${key}3,odd\n${key}4,even\n`;

test('larger places are within b too, in every layer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.nat(1), async (seed, side) => {
      const own = tableFolder();
      const cells = cellsOf([5, 5, 3], seed);
      own.put('cells.csv', csvOf(['a', 'b', 'c'], cells));
      const key = 'ab'[side] ?? '';
      own.put('places.csv', `${key},parity\n${placesOf(key)}`);
      const options = optionsIn(own, ['a', 'b', 'c']);
      const parents = [{ file: own.path('places.csv'), columns: [key, 'parity'] }];
      await protectTable({ ...options, source: { ...options.source, parents } });
      const rows = own.rows('protected.csv');
      for (const [parity, of] of [
        ['even', '024'],
        ['odd', '13'],
      ] as const)
        for (const layer of ['c0', 'c1', 'c2']) {
          const under = cells.filter(
            ({ keys }) => of.includes(keys[side]?.[1] ?? '') && keys[2] === layer,
          );
          const truth = under.reduce((sum, { n }) => sum + n, 0);
          const { value = Number.NaN } =
            rows.get(side === 0 ? `${parity}  ${layer}` : ` ${parity} ${layer}`) ?? {};
          expect(Math.abs(value - truth)).toBeLessThan(10);
        }
    }),
    { numRuns: 30 },
  );
});

test('the order of rows and of columns is of no account: the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(someTable, fc.nat(), async ({ keys, cells }, turn) => {
      const own = tableFolder();
      own.put('cells.csv', csvOf(keys, cells));
      await protectTable(optionsIn(own, keys));
      const first = [own.text('protected.csv'), own.text('report.json')];
      const cut = turn % cells.length;
      const shuffled = [...cells.slice(cut), ...cells.slice(0, cut)].toReversed();
      own.put(
        'cells.csv',
        csvOf(
          keys.toReversed(),
          shuffled.map(({ keys: labels, n }) => ({ keys: labels.toReversed(), n })),
        ),
      );
      await protectTable(optionsIn(own, keys));
      expect([own.text('protected.csv'), own.text('report.json')]).toEqual(first);
    }),
    { numRuns: 10 },
  );
});

test('nothing published tells values that are drawn alike apart, an empty cell among them', async () => {
  const own = tableFolder();
  const published = new Map<string, number[]>();
  for (let hidden = 0; hidden < 10; hidden += 1) {
    own.put('cells.csv', `a,b,n\nx,y,${hidden}\nx,z,33\nw,y,20\n`);
    await protectTable(optionsIn(own, ['a', 'b']));
    const bytes = own.text('protected.csv') + own.text('report.json');
    published.set(bytes, [...(published.get(bytes) ?? []), hidden]);
  }
  expect(published.size).toBe(2);
  expect([...published.values()].flat()).toHaveLength(10);
});

test('the report tells the rules, the shape and what is proved', async () => {
  const own = tableFolder();
  own.put('cells.csv', 'a,b,t,n\nx,y,1,3\nx,z,1,33\nw,y,2,20\n');
  await protectTable({ ...optionsIn(own, ['a', 'b', 't']), base: 12 });
  const bytes = own.text('protected.csv');
  expect(JSON.parse(own.text('report.json'))).toEqual({
    mechanism: 'dependentRounding',
    threshold: 10,
    base: 12,
    judgedBy: 'value',
    // printf '5a…' as 32 bytes | sha256sum | cut -c1-12
    keyId: '60bf07c488aa',
    value: 'n',
    keys: ['a', 'b', 't'].map((name) => ({ name, values: 2, largerPlaces: 0 })),
    rows: 27,
    cells: 8,
    cellsExact: 2,
    cellsHiddenOrEmpty: 6,
    proved: [
      'Every sum of one a or one b, for each t by itself, is less than 12 away from the true one.',
      'A hidden cell is 0 or 12: 12 with the probability true value ÷ 12.',
      'All margins are sums of the published cells.',
    ],
    notProved: [
      'Other margins have no bound but the sum of the bounds of their parts.',
      'Another draw of the same table under another key would let readers average.',
    ],
    tableSha256: createHash('sha256').update(bytes).digest('hex'),
  });
});

test('another key is another draw, and each draw names its key', async () => {
  const own = tableFolder();
  own.put('cells.csv', csvOf(['a', 'b'], cellsOf([5, 5], 77)));
  await protectTable(optionsIn(own, ['a', 'b']));
  const first = own.text('protected.csv');
  own.put('secret', 'b7'.repeat(32));
  await protectTable(optionsIn(own, ['a', 'b']));
  expect(own.text('protected.csv')).not.toBe(first);
  // printf 'b7…' as 32 bytes | sha256sum | cut -c1-12
  expect(JSON.parse(own.text('report.json'))).toMatchObject({ keyId: '5f2e1a1fb9a0' });
});

test('an old output is replaced, and nothing is left beside it', async () => {
  const own = tableFolder();
  own.put('cells.csv', 'a,b,n\nx,y,17\n');
  own.put('protected.csv', 'old');
  await protectTable(optionsIn(own, ['a', 'b']));
  expect(own.rows('protected.csv').get('x y')?.value).toBe(17);
  expect(own.names()).toEqual(['cells.csv', 'protected.csv', 'report.json', 'secret']);
});

test('a table too large to hold is refused before it is made', async () => {
  const own = tableFolder();
  const cells = Array.from({ length: 300 }, (_, at) => ({
    keys: [`${at}`, `${at}`, `${at}`],
    n: 20,
  }));
  own.put('cells.csv', csvOf(['a', 'b', 'c'], cells));
  await expect(protectTable(optionsIn(own, ['a', 'b', 'c']))).rejects.toMatchObject({
    code: 'tableTooLarge',
  });
});
