import { expect, test } from 'vitest';
import { attackPublished } from '#src/release/table/attack-published.ts';
import { protectTable } from '#src/release/table/protect-table.ts';
import type { AttackOptions, Hiding } from '#src/release/table/read-attack-arguments.ts';
import { reference, whereReference } from '#test/support/reference.ts';
import { firstProblem } from './first-problem.ts';
import { optionsIn, tableFolder, type TableFolder } from './table-folder.ts';

const drawn = { kind: 'drawn', base: 10, threshold: undefined, status: 'status' } as const;
const withheld = { kind: 'withheld', suppressed: undefined, total: '' } as const;

function attackIn({ path }: TableFolder, keys: readonly string[], hiding: Hiding): AttackOptions {
  const source = { file: path('published.csv'), keys, value: 'value', parents: [] };
  return { source, hiding, narrow: 9, out: path('bounds.csv') };
}

test('rows and columns with their totals give hidden cells away', async () => {
  const own = tableFolder();
  // a + b = 7, c + d = 12, a + c = 3, b + d = 16: a is 0 to 3, and each other cell follows from it. e is 8 alone in its row.
  own.put(
    'published.csv',
    'r,c,value\n,,99\n1,,7\n2,,12\n3,,80\n,x,75\n,y,24\n1,x,\n1,y,\n2,x,\n2,y,\n3,x,72\n3,y,\n',
  );
  expect(await attackPublished(attackIn(own, ['r', 'c'], withheld))).toEqual([
    'Hidden cells: 5. Exact: 1. Narrower than 9: 5.',
  ]);
  expect(own.text('bounds.csv')).toBe(
    'r,c,lower,upper,width\n1,x,0,3,3\n1,y,4,7,3\n2,x,0,3,3\n2,y,9,12,3\n3,y,8,8,0\n',
  );
});

test('a hidden total bounds nothing, and larger places count', async () => {
  const own = tableFolder();
  own.put('places.csv', 'town,county\na,N\nb,N\nc,S\nd,S\n');
  own.put('published.csv', 'town,value\nTotal,\nN,11\nS,\na,\nb,4\nc,\nd,30\n');
  const { source, ...rest } = attackIn(own, ['town'], { ...withheld, total: 'Total' });
  const parents = [{ file: own.path('places.csv'), columns: ['town', 'county'] }];
  await attackPublished({ ...rest, source: { ...source, parents } });
  expect(own.text('bounds.csv')).toBe(
    'town,lower,upper,width\nTotal,41,,\nS,30,,\na,7,7,0\nc,0,,\n',
  );
});

test('a table may stop at the larger places', async () => {
  const own = tableFolder();
  own.put('places.csv', 'town,county\na,N\nb,N\nc,S\n');
  const whole = ',m,30\nN,m,\nS,m,9\na,m,\nb,m,4\nc,m,9\n';
  own.put('published.csv', `town,sex,value\n${whole},f,\nN,f,5\nS,f,6\n`);
  const { source, ...rest } = attackIn(own, ['town', 'sex'], withheld);
  const parents = [{ file: own.path('places.csv'), columns: ['town', 'county'] }];
  await attackPublished({ ...rest, source: { ...source, parents } });
  expect(own.text('bounds.csv')).toBe(
    'town,sex,lower,upper,width\nN,m,21,21,0\na,m,17,17,0\n,f,11,11,0\n',
  );
  own.put('published.csv', 'town,value\n,20\nN,\nS,9\na,\nb,4\n');
  await attackPublished({ ...rest, source: { ...source, keys: ['town'], parents } });
  expect(own.text('bounds.csv')).toBe('town,lower,upper,width\nN,11,11,0\na,7,7,0\n');
});

test('a marked cell is hidden, and its value is not looked at', async () => {
  const own = tableFolder();
  const table = (hidden: number) =>
    `t,value,off\n,20,FALSE\na,${hidden},TRUE\nb,4,TRUE\nc,9,false\n`;
  for (const hidden of [4, 7]) {
    own.put('published.csv', table(hidden));
    await attackPublished(attackIn(own, ['t'], { ...withheld, suppressed: 'off' }));
    expect(own.text('bounds.csv')).toBe('t,lower,upper,width\na,0,11,11\nb,0,11,11\n');
  }
});

test('what protect publishes keeps every hidden cell as wide as the draw promises', async () => {
  const own = tableFolder();
  const cells = [...Array(400).keys()].map(
    (at) => `a${at % 20},b${Math.floor(at / 20)},${(at * at) % 17}`,
  );
  own.put('cells.csv', ['a,b,n', ...cells].join('\n'));
  await protectTable({ ...optionsIn(own, ['a', 'b']), out: own.path('published.csv') });
  const [line = ''] = await attackPublished(attackIn(own, ['a', 'b'], drawn));
  expect(line).toMatch(/^Hidden cells: \d{3}\. Exact: 0\. Narrower than 9: 0\.$/u);
  for (const bound of own.text('bounds.csv').trim().split('\n').slice(1))
    expect(bound).toMatch(/,(0,9,9|1,10,9)$/u);
});

test('eleven cells of one row drawn as 10, all known to be below 10, leave one that is not 0', async () => {
  const own = tableFolder();
  const tens = [...Array(11).keys()].map((at) => `r,c${at},10,sensitive\n`).join('');
  own.put('published.csv', `a,b,value,status\nr,,110,margin\n${tens}r,last,0,sensitive\n`);
  await attackPublished(attackIn(own, ['a', 'b'], { ...drawn, threshold: 10 }));
  // The row is above 110 − 10, so at least 101; eleven cells of at most 9 make 99.
  expect(own.text('bounds.csv')).toMatch(/^r,last,2,9,7$/mu);
  await attackPublished(attackIn(own, ['a', 'b'], drawn));
  expect(own.text('bounds.csv')).toMatch(/^r,last,0,9,9$/mu);
});

test.each([
  [
    'a,value,status\nx,5,sensitive\n',
    drawn,
    /published\.csv:2: is hidden, but neither 0 nor the base/u,
  ],
  ['a,value,status\nx,5,odd\n', drawn, /published\.csv:2: has a status that is none of/u],
  ['a,value\nx,5\n', drawn, /has no column "status"/u],
  ['a,value\nx,5\nx,6\n', withheld, /published\.csv:3: .* the same keys as line 2/u],
  ['a,value\nx,few\n', withheld, /published\.csv:2: holds no whole number from 0/u],
  ['a,value,s\nx,5,maybe\n', { ...withheld, suppressed: 's' }, /marked neither TRUE nor FALSE/u],
  ['a,value\n', withheld, /holds no cells/u],
])('a file that is no published table is refused: %j', async (text, hiding, message) => {
  const own = tableFolder();
  own.put('published.csv', text);
  expect(await firstProblem(attackPublished(attackIn(own, ['a'], hiding)))).toMatch(message);
});

test('a table that hides nothing is no finding, even where its totals contradict each other', async () => {
  const own = tableFolder();
  own.put('published.csv', 'a,value\n,5\nx,3\ny,9\n');
  expect(await attackPublished(attackIn(own, ['a'], withheld))).toEqual([
    'Nothing is hidden in this table: check --suppressed or --status.',
  ]);
  expect(own.text('bounds.csv')).toBe('a,lower,upper,width\n');
});

test('draws that no cells below the threshold can explain are a fault, not a finding', async () => {
  const own = tableFolder();
  // Thirteen cells of at most 9 make 117, less than the 121 that the row's draw says at least.
  const tens = [...Array(13).keys()].map((at) => `r,c${at},10,sensitive\n`).join('');
  own.put('published.csv', `a,b,value,status\n${tens}`);
  await expect(
    attackPublished(attackIn(own, ['a', 'b'], { ...drawn, threshold: 10 })),
  ).rejects.toMatchObject({ code: 'attackContradiction' });
});

test('figures that contradict each other are a fault, not a finding', async () => {
  const own = tableFolder();
  own.put('published.csv', 'a,value\n,5\nx,\ny,9\n');
  const found = attackPublished(attackIn(own, ['a'], withheld));
  await expect(found).rejects.toMatchObject({ code: 'attackContradiction' });
  await expect(found).rejects.toThrow('check --keys');
});

/** Peers' patterns; the counts are those of an independent linear program. Source: shared/reference/disclosure/README.md. */
test.skipIf(!reference.present)(`peers' known failures are found${whereReference}`, async () => {
  const own = tableFolder();
  const folder = 'reference/disclosure';
  const file = (name: string): string => reference.path(`${folder}/${name}`);
  const hiding = { kind: 'withheld', suppressed: 'suppressed', total: 'Total' } as const;
  const attack = { hiding, narrow: 10, out: own.path('bounds.csv') };
  const old = file('peers/sdctable_SIMPLEHEURISTIC_OLD_od_12_seed2012_q15_pzTRUE.csv');
  const flat = { file: old, keys: ['origin', 'dest'], value: 'count', parents: [] };
  const [line] = await attackPublished({ ...attack, source: flat });
  expect(line).toContain('Exact: 2.');

  const name = 'peers/gauss_cube_24x12x26_q15_pzTRUE.csv';
  const keys = ['lad', 'dest', 'week'];
  const areas = {
    file: file('inputs/cube_24x12x26_seed4024_q15_areas.csv'),
    columns: ['lad', 'region'],
  };
  await attackPublished({
    ...attack,
    source: { file: file(name), keys, value: 'count', parents: [areas] },
  });
  const keyOf = (row: Record<string, string>): string => keys.map((key) => row[key]).join();
  const primary = reference
    .csv(`${folder}/${name}`)
    .filter(({ primary: is }) => is === 'TRUE')
    .map(keyOf);
  const widths = new Map(
    own
      .text('bounds.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((bound) => {
        const cells = bound.split(',');
        return [cells.slice(0, 3).join(), cells[5] === '' ? Infinity : Number(cells[5])];
      }),
  );
  const below = (width: number) => primary.filter((key) => (widths.get(key) ?? Infinity) < width);
  expect([below(10).length, below(5).length]).toEqual([613, 145]);
});
