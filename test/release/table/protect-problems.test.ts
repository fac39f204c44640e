import { symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { protectTable } from '#src/release/table/protect-table.ts';
import { firstProblem } from './first-problem.ts';
import { optionsIn, tableFolder, type TableFolder } from './table-folder.ts';

test.each([
  ['a,b\nx,y\n', 'cells.csv: has no column "n" (its columns: a, b)'],
  ['a,n\nx,1\n', 'cells.csv: has no column "b" (its columns: a, n)'],
  ['', 'cells.csv: is empty, or its first line is: the first line must name the columns'],
  ['a,b,n\n', 'cells.csv: holds no cells below its first line: add some'],
  ['a,b,n\nx,y,1\nx,z,-17\n', 'cells.csv:3: n is not a whole number from 0: round it or mend it'],
  ['a,b,n\nx,y,17.5\n', 'cells.csv:2: n is not a whole number from 0: round it or mend it'],
  ['a,b,n\nx,y,1_7\n', 'cells.csv:2: n is not a whole number from 0: round it or mend it'],
  ['a,b,n\nx,y,\n', 'cells.csv:2: n is empty: write 0 if there is nothing'],
  ['a,b,n\nx,,17\n', 'cells.csv:2: b is empty: every cell needs all its keys'],
  [
    'a,b,n\nx,y,17\n\nx,z,4\nx,y,18\n',
    'cells.csv:5: has the same a, b: add them up, or name another key, for it repeats line 2',
  ],
  ['a,b,n\nx,y,17,5\n', 'cells.csv:2: has 4 cells where the header has 3'],
])('a file that will not do is refused with its line: %j', async (text, reason) => {
  const own = tableFolder();
  own.put('cells.csv', text);
  expect(await firstProblem(protectTable(optionsIn(own, ['a', 'b'])))).toBe(reason);
  expect(() => own.text('protected.csv')).toThrow('ENOENT');
});

test.each([
  ['place,county\nx,N\n', 'cells.csv:3: a is not in column place of places.csv: add it there'],
  [
    'place,county\nx,N\ny,x\n',
    'places.csv:3: county holds a code of another column too: give every level codes of its own',
  ],
  [
    'place,county\nx,N\nx,S\n',
    'places.csv:3: place lies in another county on a line above: keep one',
  ],
  ['place,county\nx,N\ny,\n', 'places.csv:3: county is empty: fill it in'],
  ['place,county\n', 'places.csv: holds no places below its first line'],
  ['place,region\nx,N\n', 'places.csv: has no column "county" (its columns: place, region)'],
  [
    'place,county\nq,N\n',
    'places.csv: its column place holds no value of any key: name the column of the codes first',
  ],
])('a file of larger places that will not do is refused: %j', async (text, reason) => {
  const own = tableFolder();
  own.put('cells.csv', 'a,b,n\nx,1,17\ny,1,17\n');
  own.put('places.csv', text);
  const options = optionsIn(own, ['a', 'b']);
  const parents = [{ file: own.path('places.csv'), columns: ['place', 'county'] }];
  expect(
    await firstProblem(
      protectTable({
        ...options,
        source: { ...options.source, parents },
      }),
    ),
  ).toBe(reason);
});

test.each([
  ['the input', (own: TableFolder) => ({ out: own.path('cells.csv') }), 'inputOverwritten'],
  [
    'a link to the input',
    (own: TableFolder) => ({ report: own.path('link.csv') }),
    'inputOverwritten',
  ],
  ['the key', (own: TableFolder) => ({ out: own.path('secret') }), 'inputOverwritten'],
  ['both in one', (own: TableFolder) => ({ report: own.path('protected.csv') }), 'outputsEqual'],
  ['no folder', (own: TableFolder) => ({ out: own.path('none/protected.csv') }), 'notWritten'],
  [
    'no folder for the report',
    (own: TableFolder) => ({ report: own.path('none/r.json') }),
    'notWritten',
  ],
  ['a folder', (own: TableFolder) => ({ report: own.folder }), 'outputIsFolder'],
  ['no key', (own: TableFolder) => ({ keyFile: own.path('nothing') }), 'noKey'],
  ['a short key', (own: TableFolder) => ({ keyFile: own.put('short', 'abc') }), 'weakKey'],
  [
    'the public key',
    (own: TableFolder) => ({
      keyFile: own.put('public', 'mobility demonstration key: public, for synthetic data only'),
    }),
    'publicKey',
  ],
])('refused, with nothing changed: %s', async (_, change, code) => {
  const own = tableFolder();
  const cells = 'a,b,n\nx,y,17\n';
  own.put('cells.csv', cells);
  symlinkSync(own.path('cells.csv'), own.path('link.csv'));
  own.put('protected.csv', 'old');
  const options = { ...optionsIn(own, ['a', 'b']), ...change(own) };
  await expect(protectTable(options)).rejects.toMatchObject({ code });
  expect(own.text('cells.csv')).toBe(cells);
  expect(own.text('protected.csv')).toBe('old');
  expect(own.names().filter((name) => /tmp|report/u.test(name))).toEqual([]);
});
