import { misunderstood, readFlags, type Flags, type Understood } from './read-flags.ts';
import { readTableSource, readWhole, type TableSource } from './table-arguments.ts';

/** How the attacked table hides: as `npm run protect` does, or by leaving cells out. */
export type Hiding =
  | {
      readonly kind: 'drawn';
      readonly base: number;
      readonly threshold: number | undefined;
      readonly status: string;
    }
  | { readonly kind: 'withheld'; readonly suppressed: string | undefined; readonly total: string };

/** What to attack. `narrow`: bounds closer than this are counted. */
export type AttackOptions = {
  readonly source: TableSource;
  readonly hiding: Hiding;
  readonly narrow: number;
  readonly out: string;
};

/** How to call it, for `--help` and after a misunderstanding. */
export const attackUsage = `npm run -s attack -- --in protected.csv --keys origin,dest --value value --base 10 --out bounds.csv
npm run -s attack -- --in published.csv --keys origin,dest --value count [--suppressed column] [--total Total] --out bounds.csv

  --in FILE            .csv or .parquet, one row per cell and margin: what readers get
  --keys A,B,…         the key columns, in the order in which the table was protected
  --value COLUMN       the numbers; empty where one is withheld
  --parents FILE:A>B   larger places, as for protect
  --out FILE           the least and most that each hidden cell can be
  --narrow N           count bounds closer than N (10; for a table of "protect", what its draw leaves)
 a table of "npm run protect":
  --base N             its base
  --threshold N        its threshold, if it was protected without --devices: hidden cells are then below it
  --status COLUMN      exact, sensitive or margin (status)
 a table with withheld cells:
  --suppressed COLUMN  TRUE where a cell is withheld; its value is not read
  --total WORD         what stands in a key for all its values (nothing)`;

const names = [
  'in',
  'keys',
  'value',
  'out',
  'narrow',
  'base',
  'threshold',
  'status',
  'suppressed',
  'total',
];

export function readAttackArguments(argv: readonly string[]): Understood<AttackOptions> {
  const read = readFlags(argv, names);
  return read.kind === 'flags' ? readOptions(read.flags) : read;
}

function readOptions(flags: Flags): Understood<AttackOptions> {
  const source = readTableSource(flags);
  if ('kind' in source) return source;
  const { out, narrow: narrowText } = flags.one;
  if (!out) return misunderstood('--out is missing: name the file for the bounds');
  const hiding = readHiding(flags, source);
  if (typeof hiding === 'string') return misunderstood(hiding);
  const narrow = narrowText === undefined ? usualNarrow(hiding) : readWhole(narrowText, 1);
  return narrow === undefined
    ? misunderstood('--narrow must be a whole number from 1, such as 10')
    : { kind: 'understood', options: { source, hiding, narrow, out } };
}

/** What the draw itself leaves of every hidden cell; of withheld cells, what statistical offices ask for. */
function usualNarrow(hiding: Hiding): number {
  if (hiding.kind === 'withheld') return 10;
  return hiding.threshold === undefined ? hiding.base - 1 : hiding.threshold - 2;
}

function readHiding({ one }: Flags, { keys, value }: TableSource): Hiding | string {
  const { base: baseText, threshold: thresholdText, status, suppressed, total } = one;
  if ([...keys, value, ''].some((name) => name === status || name === suppressed))
    return '--status and --suppressed must name columns of their own';
  if (baseText === undefined) {
    if (status !== undefined || thresholdText !== undefined)
      return '--base is missing: --status and --threshold are for tables of "npm run protect", whose report tells the base';
    return { kind: 'withheld', suppressed, total: total ?? '' };
  }
  if (suppressed !== undefined || total !== undefined)
    return '--suppressed and --total are for tables with withheld cells: leave them out, or --base';
  const base = readWhole(baseText, 2);
  if (base === undefined) return '--base must be a whole number from 2, such as 10';
  const threshold = thresholdText === undefined ? undefined : readWhole(thresholdText, 2);
  return thresholdText !== undefined && (threshold === undefined || threshold > base)
    ? '--threshold must be a whole number from 2, and not above the base'
    : { kind: 'drawn', base, threshold, status: status ?? 'status' };
}
