import { expect, test } from 'vitest';
import { runProgram } from '#test/support/run-program.ts';
import { tableFolder } from './table-folder.ts';

const cells = 'origin,dest,trips,people\na,x,4123,8\na,y,777,100\nb,x,3,3\nb,y,55,20\n';
const to = ['--key-file', 'secret', '--out', 'protected.csv', '--report', 'report.json'];
const from = ['--in', 'cells.csv', '--keys', 'origin,dest', '--value', 'trips'];

test('a table is protected and attacked by two commands', async () => {
  const own = tableFolder();
  own.put('cells.csv', cells);
  const protect = [...from, '--devices', 'people', '--base', '20', '--threshold', '10', ...to];
  const done = await runProgram(own.folder, 'protect', ...protect);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(done.stdout).toMatch(
    /^Hidden: 2 of 4 cells, 1 of them cut to the base\.\nTrue errors of 5 margins, not for readers: mean [\d,.]+, largest [\d,.]+\.\n$/u,
  );
  expect(own.rows('protected.csv').get('a x')).toEqual({ value: 20, status: 'sensitive' });
  expect(own.text('protected.csv') + own.text('report.json')).not.toMatch(/4123|5a5a/u);

  const attack = ['--in', 'protected.csv', '--keys', 'origin,dest', '--value', 'value'];
  const tried = await runProgram(own.folder, 'attack', ...attack, '--base', '20', '--out', 'b.csv');
  expect(tried).toEqual({
    code: 0,
    stderr: '',
    stdout: 'Hidden cells: 2. Exact: 0. Narrower than 19: 0.\n',
  });
  expect(own.text('b.csv')).toContain('a,x,1,20,19\n');
});

test.each([
  [
    [...from, ...to, '--base', '3'],
    '--base must be a whole number, and not below the threshold, such as 10.\nHow to call it: npm run -s protect -- --help\n',
  ],
  [
    [...from, ...to, '--value', 'people'],
    'cells.csv:2: people is not a whole number from 0: round it or mend it\nNothing was written: 1 problem. Mend it and run the command again.\n',
  ],
  [
    [...from, ...to, '--out', 'cells.csv'],
    'Nothing was written: an output is the same file as an input: give it another name.\n',
  ],
  [
    [...from, ...to, '--in', 'none.csv'],
    'none.csv: cannot be opened: check the path, and that you may read the file\nNothing was written: 1 problem. Mend it and run the command again.\n',
  ],
])('what goes wrong is said on stderr, without a figure of the table: %j', async (argv, stderr) => {
  const own = tableFolder();
  own.put('cells.csv', cells.replace('4123,8', '4123,8.25'));
  expect(await runProgram(own.folder, 'protect', ...argv)).toEqual({ code: 1, stdout: '', stderr });
  expect(own.names()).not.toContain('protected.csv');
});

test('help is printed', async () => {
  const own = tableFolder();
  for (const role of ['protect', 'attack']) {
    const { code, stdout } = await runProgram(own.folder, role, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`npm run -s ${role} -- --in`);
  }
});
