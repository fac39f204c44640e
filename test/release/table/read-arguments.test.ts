import { expect, test } from 'vitest';
import { readAttackArguments } from '#src/release/table/read-attack-arguments.ts';
import { readProtectArguments } from '#src/release/table/read-protect-arguments.ts';

const table = ['--in', 'cells.csv', '--keys', 'origin,dest', '--value', 'count'];
const written = ['--key-file', 'secret', '--out', 'protected.csv', '--report', 'report.json'];
const source = { file: 'cells.csv', keys: ['origin', 'dest'], value: 'count', parents: [] };

test('protect needs six things and takes ten for the rest', () => {
  expect(readProtectArguments([...table, ...written])).toEqual({
    kind: 'understood',
    options: {
      source,
      devices: undefined,
      threshold: 10,
      base: 10,
      keyFile: 'secret',
      out: 'protected.csv',
      report: 'report.json',
    },
  });
});

test('protect takes more where it is given; the base is the threshold unless it is given', () => {
  const rest = ['--devices', 'people', '--threshold', '20', '--mechanism', 'dependentRounding'];
  const parents = ['--parents', 'C:/areas.csv:lad>region', '--parents', 'w.csv:week > month>year'];
  expect(readProtectArguments([...table, ...written, ...rest, ...parents])).toMatchObject({
    options: {
      devices: 'people',
      threshold: 20,
      base: 20,
      source: {
        parents: [
          { file: 'C:/areas.csv', columns: ['lad', 'region'] },
          { file: 'w.csv', columns: ['week', 'month', 'year'] },
        ],
      },
    },
  });
});

test.each([
  [[], /^--in is missing/u],
  [table.slice(0, 2), /^--keys is missing/u],
  [table.slice(0, 4), /^--value is missing/u],
  [[...table, '--key-file', 'k', '--out', 'o'], /^--report is missing/u],
  [[...table, '--key-file', 'k'], /^--out is missing/u],
  [table, /^--key-file is missing/u],
  [[...table, ...written, '--keys', 'a,b,c,d,e,f'], /more than 5 columns/u],
  [[...table, ...written, '--keys', 'a,,b'], /^--keys must be column names/u],
  [[...table, ...written, '--keys', 'a,a'], /names a column twice/u],
  [[...table, ...written, '--keys', 'a,status'], /a column of the output/u],
  [[...table, ...written, '--keys', 'count'], /^--value is also one of --keys/u],
  [[...table, ...written, '--devices', 'count'], /^--devices must name a column of its own/u],
  [[...table, ...written, '--threshold', '1'], /^--threshold must be a whole number from 2/u],
  [[...table, ...written, '--threshold', '9.5'], /^--threshold must be/u],
  [[...table, ...written, '--base', '9'], /not below the threshold/u],
  [[...table, ...written, '--mechanism', 'noise'], /say dependentRounding/u],
  [[...table, ...written, '--parents', 'areas.csv'], /^--parents must be/u],
  [[...table, ...written, '--parents', 'areas.csv:lad'], /^--parents must be/u],
  [[...table, ...written, '--parents', 'areas.csv:lad>lad'], /^--parents must be/u],
  [[...table, ...written, '--colour', 'red'], /Unknown option '--colour'/u],
  [[...table, ...written, 'more.csv'], /Unexpected argument 'more\.csv'/u],
])('protect says in a sentence what it does not understand: %j', (argv, message) => {
  const read = readProtectArguments(argv);
  expect(read.kind === 'misunderstood' && read.message).toMatch(message);
  expect(read.kind === 'misunderstood' && read.message).not.toContain('\n');
});

const out = ['--out', 'bounds.csv'];

test.each([
  [['--base', '10'], { kind: 'drawn', base: 10, threshold: undefined, status: 'status' }, 9],
  [['--base', '20', '--threshold', '10'], { kind: 'drawn', base: 20, threshold: 10 }, 8],
  [['--base', '10', '--status', 's'], { kind: 'drawn', status: 's' }, 9],
  [[], { kind: 'withheld', suppressed: undefined, total: '' }, 10],
  [['--suppressed', 's', '--total', 'Total'], { suppressed: 's', total: 'Total' }, 10],
  [['--narrow', '5'], { kind: 'withheld' }, 5],
])('attack reads how a table hides: %j', (argv, hiding, narrow) => {
  expect(readAttackArguments([...table, ...out, ...argv])).toMatchObject({
    kind: 'understood',
    options: { source, hiding, narrow, out: 'bounds.csv' },
  });
});

test.each([
  [table, /^--out is missing/u],
  [[...table, ...out, '--status', 's'], /^--base is missing/u],
  [[...table, ...out, '--threshold', '10'], /^--base is missing/u],
  [[...table, ...out, '--base', '10', '--total', 'T'], /for tables with withheld cells/u],
  [[...table, ...out, '--base', '1'], /^--base must be/u],
  [[...table, ...out, '--base', '10', '--threshold', '11'], /not above the base/u],
  [[...table, ...out, '--suppressed', 'count'], /columns of their own/u],
  [[...table, ...out, '--narrow', '0'], /^--narrow must be/u],
])('attack says in a sentence what it does not understand: %j', (argv, message) => {
  const read = readAttackArguments(argv);
  expect(read.kind === 'misunderstood' && read.message).toMatch(message);
});

test('help is help', () => {
  expect(readProtectArguments(['--help'])).toEqual({ kind: 'help' });
  expect(readAttackArguments(['-h'])).toEqual({ kind: 'help' });
});
