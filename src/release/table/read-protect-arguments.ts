import { misunderstood, readFlags, type Flags, type Understood } from './read-flags.ts';
import { readTableSource, readWhole, type TableSource } from './table-arguments.ts';

/** What to protect, how, and where to. `devices`: the column of distinct devices, if there is one. */
export type ProtectOptions = {
  readonly source: TableSource;
  readonly devices: string | undefined;
  readonly threshold: number;
  readonly base: number;
  readonly keyFile: string;
  readonly out: string;
  readonly report: string;
};

/** How to call it, for `--help` and after a misunderstanding. */
export const protectUsage = `npm run -s protect -- --in cells.csv --keys origin,dest --value count --key-file secret --out protected.csv --report report.json [options]

  --in FILE         .csv or .parquet, one row per cell
  --keys A,B,…      1 to 5 key columns: one side, the other side, time, then whatever divides the table into tables of their own
  --value COLUMN    whole numbers from 0
  --devices COLUMN  distinct devices (or people) of each cell; without it the value is taken for them
  --parents FILE:A>B   larger places: column A holds values of a key, B what each lies in. May be given several times
  --threshold N     cells of fewer devices are hidden (10)
  --base N          what a hidden cell is drawn as, or 0 (the threshold)
  --mechanism NAME  dependentRounding
  --key-file FILE   the secret of the draw: make one with "openssl rand -hex 32"
  --out FILE        the protected table: for everybody
  --report FILE     how it was protected: for everybody

What it prints is for whoever may see the input.`;

const names = [
  'in',
  'keys',
  'value',
  'devices',
  'threshold',
  'base',
  'mechanism',
  'key-file',
  'out',
  'report',
];

export function readProtectArguments(argv: readonly string[]): Understood<ProtectOptions> {
  const read = readFlags(argv, names);
  return read.kind === 'flags' ? readOptions(read.flags) : read;
}

function readOptions(flags: Flags): Understood<ProtectOptions> {
  const source = readTableSource(flags);
  if ('kind' in source) return source;
  const { devices, mechanism = 'dependentRounding', 'key-file': keyFile, out, report } = flags.one;
  if (mechanism !== 'dependentRounding')
    return misunderstood('--mechanism is not known: say dependentRounding, the only one so far');
  if (devices !== undefined && [...source.keys, source.value, ''].includes(devices))
    return misunderstood(
      '--devices must name a column of its own: leave it out if there is none, then the value counts',
    );
  if (!keyFile)
    return misunderstood(
      '--key-file is missing: name a file with the secret (make one with "openssl rand -hex 32")',
    );
  if (!out) return misunderstood('--out is missing: name the file for the protected table');
  if (!report) return misunderstood('--report is missing: name the file for the report');
  const numbers = readNumbers(flags);
  if (typeof numbers === 'string') return misunderstood(numbers);
  return { kind: 'understood', options: { source, devices, ...numbers, keyFile, out, report } };
}

function readNumbers({
  one,
}: Flags): { readonly threshold: number; readonly base: number } | string {
  const threshold = readWhole(one['threshold'] ?? '10', 2);
  if (threshold === undefined) return '--threshold must be a whole number from 2, such as 10';
  const base = readWhole(one['base'] ?? String(threshold), threshold);
  return base === undefined
    ? '--base must be a whole number, and not below the threshold, such as 10'
    : { threshold, base };
}
