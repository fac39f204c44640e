import type { DuckDBConnection } from '@duckdb/node-api';
import { tableFromCells, type Wholes } from '#src/disclosure/attack/table-from-cells.ts';
import { rejectRows } from '../import/stage-source.ts';
import type { Attacked } from './attacked-draw.ts';
import { makeAxis, type Lineage } from './axis.ts';
import type { AttackOptions, Hiding } from './read-attack-arguments.ts';
import { readLineages } from './read-lineages.ts';
import type { PublishedText } from './read-published.ts';

/** What a table with withheld cells tells: they are whole numbers from 0, and the parts of every printed sum add up to it. Throws `Rejection`. */
export async function attackedGaps(
  connection: DuckDBConnection,
  published: PublishedText,
  { source }: AttackOptions,
  { total }: Hiding & { readonly kind: 'withheld' },
): Promise<Attacked> {
  const { staged, keys } = published;
  const withheld = await findWithheld(published);
  const lineages = await readLineages(connection, source, { staged, keys, total });
  const wholes = keys.map((column, key) => wholesOf(column, lineages[key] ?? new Map(), total));
  const cells = published.values.map((value, row) => ({
    keys: keys.map((column) => column[row] ?? ''),
    value: withheld[row] === true ? undefined : Number(value),
  }));
  const { table, printed } = tableFromCells(cells, wholes);
  return { table, rows: [...printed] };
}

/** By row. The value of a cell that is marked withheld is not looked at. */
async function findWithheld({ staged, values, flags }: PublishedText): Promise<readonly boolean[]> {
  const withheld = values.map((value, row) => value === '' || /^true$/iu.test(flags[row] ?? ''));
  const wrong = values.flatMap((value, row) => {
    const flag = flags[row];
    if (flag !== undefined && !/^(true|false)$/iu.test(flag))
      return [{ row: row + 1, reason: 'is marked neither TRUE nor FALSE: check --suppressed' }];
    return withheld[row] === true || /^\d{1,15}$/u.test(value)
      ? []
      : [{ row: row + 1, reason: 'holds no whole number from 0: leave withheld cells empty' }];
  });
  if (wrong.length > 0) throw await rejectRows(staged, wrong.slice(0, 20), wrong.length);
  return withheld;
}

/**
 * A place adds up from the places right below it if they are printed, else from the values at the bottom. A larger place
 * of which nothing is printed is at the bottom itself.
 */
function wholesOf(column: readonly string[], lineage: Lineage, total: string): Wholes {
  const printed = new Set(column);
  const larger = new Set(column.flatMap((label) => lineage.get(label) ?? []));
  const bottom = column.filter((label) => label !== total && !larger.has(label));
  const { labels, parts, above } = makeAxis('', new Set(bottom), lineage);
  const wholes = labels.flatMap((label, position) => {
    const leaves = (parts[position] ?? []).map((leaf) => labels[leaf] ?? '');
    if (leaves.length === 0) return [];
    const below = labels.filter(
      (_, at) => at > 0 && above[at] === (position === 0 ? -1 : position),
    );
    const isPrinted = below.every((part) => printed.has(part));
    return [[position === 0 ? total : label, isPrinted ? below : leaves] as const];
  });
  return new Map(wholes);
}
