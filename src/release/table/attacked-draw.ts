import type { DuckDBConnection } from '@duckdb/node-api';
import type { AttackedLine, AttackedTable } from '#src/disclosure/attack/attacked-table.ts';
import { rejectRows } from '../import/stage-source.ts';
import type { Lineage } from './axis.ts';
import type { AttackOptions, Hiding } from './read-attack-arguments.ts';
import { readLineages } from './read-lineages.ts';
import type { PublishedText } from './read-published.ts';

/** What an attacker knows, and the row of the published table (from 0) that each unknown stands in. `witness`: unknowns that may fit, if some are at hand. */
export type Attacked = {
  readonly table: AttackedTable;
  readonly rows: readonly number[];
  readonly witness?: readonly number[];
};

/**
 * What a table of `npm run protect` tells: a cell drawn as 0 was 0 to b − 1, one drawn as b was 1 to b, and the hidden cells of every
 * sum that the draw holds add up to less than b away from what is published. Where cells were judged by their values, none reaches the
 * threshold. Printed margins are sums of the cells, so they tell nothing more. Throws `Rejection`. Source: docs/policy.md, paragraph 5.
 */
export async function attackedDraw(
  connection: DuckDBConnection,
  published: PublishedText,
  { source }: AttackOptions,
  { base, threshold }: Hiding & { readonly kind: 'drawn' },
): Promise<Attacked> {
  await checkRows(published, base);
  const { staged, keys, values, flags } = published;
  const lineages = await readLineages(connection, source, { staged, keys, total: '' });
  const rows = [...flags.keys()].filter((row) => flags[row] === 'sensitive');
  const drawn = rows.map((row) => Number(values[row]));
  const most = threshold === undefined ? base : threshold - 1;
  const labels = rows.map((row) => keys.map((column) => column[row] ?? ''));
  const table = {
    lower: Float64Array.from(drawn, (value) => (value === 0 ? 0 : 1)),
    upper: Float64Array.from(drawn, (value) => Math.min(most, value === 0 ? base - 1 : most)),
    lines: linesOf(labels, lineages, drawn, base),
  };
  return { table, rows, witness: drawn };
}

async function checkRows({ staged, values, flags }: PublishedText, base: number): Promise<void> {
  const wrong = values.flatMap((value, row) => {
    const reason = wrongWith(value, flags[row] ?? '', base);
    return reason === undefined ? [] : [{ row: row + 1, reason }];
  });
  if (wrong.length > 0) throw await rejectRows(staged, wrong.slice(0, 20), wrong.length);
}

function wrongWith(value: string, status: string, base: number): string | undefined {
  if (!['exact', 'sensitive', 'margin'].includes(status))
    return 'has a status that is none of exact, sensitive, margin: check --status';
  return status === 'sensitive' && !['0', String(base)].includes(value)
    ? 'is hidden, but neither 0 nor the base: check --base'
    : undefined;
}

/** Cells by the names of the sums that they are in. */
function linesOf(
  labels: readonly (readonly string[])[],
  lineages: readonly Lineage[],
  drawn: readonly number[],
  base: number,
): readonly AttackedLine[] {
  const cellsOf = new Map<string, number[]>();
  for (const [cell, keys] of labels.entries())
    for (const name of heldSums(keys, lineages)) {
      const cells = cellsOf.get(name) ?? [];
      cellsOf.set(name, cells);
      cells.push(cell);
    }
  return [...cellsOf.values()].map((cells) => {
    const sum = cells.reduce((total, cell) => total + (drawn[cell] ?? 0), 0);
    return {
      cells: Int32Array.from(cells),
      coefficients: new Int8Array(cells.length).fill(1),
      least: Math.max(0, sum - base + 1),
      most: sum + base - 1,
    };
  });
}

/**
 * In every layer of every block, the draw holds the sums of each place and each larger place on either side, and of a place with each
 * nearest larger place of the other side. A table of one key has one side, whose whole it holds too.
 */
function heldSums(
  [first = '', second, ...further]: readonly string[],
  lineages: readonly Lineage[],
): readonly string[] {
  const sides = [first, second ?? ''].map((place, side) => [
    place,
    ...(lineages[side]?.get(place) ?? []),
  ]);
  const alone = sides.flatMap((places, side) => places.map((place) => [side, place]));
  const crossed = sides.flatMap(([place = ''], side) => {
    const [, larger] = sides[1 - side] ?? [];
    return larger === undefined ? [] : [[side, place, larger]];
  });
  return [...alone, ...crossed].map((name) => JSON.stringify([...name, further]));
}
