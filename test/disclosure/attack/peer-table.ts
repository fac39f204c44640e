import {
  tableFromCells,
  type PrintedTable,
  type Wholes,
} from '#src/disclosure/attack/table-from-cells.ts';
import { reference } from '#test/support/reference.ts';

const folder = 'reference/disclosure';

/** What a peer's tool printed, as an attacker sees it, and the numbers of the cells that are sensitive. */
export type PeerTable = PrintedTable & { readonly sensitive: readonly number[] };

const wholeOf = (keys: readonly string[]): Wholes => new Map([['Total', keys]]);

/** The sums over regions, and of the regions to the total, from a file of areas. */
const wholesOfAreas = (name: string): Wholes => {
  const areas = Map.groupBy(
    reference.csv(`${folder}/inputs/${name}.csv`),
    (row) => row['region'] ?? '',
  );
  const regions = [...areas].map(
    ([region, rows]) => [region, rows.map((row) => row['lad'] ?? '')] as const,
  );
  return new Map([...regions, ['Total', [...areas.keys()]]]);
};

/** Reads one of the tables in `peers`: its dimensions are the columns before the count. `areas`: the file of areas that nest in regions. `least`: what withheld cells are known to be at least. */
export function readPeerTable(name: string, least: 0 | 1, areas?: string): PeerTable {
  const rows = reference.csv(`${folder}/peers/${name}.csv`);
  const dimensions = Object.keys(rows[0] ?? {}).slice(0, -3);
  const cells = rows.map((row) => ({
    keys: dimensions.map((key) => row[key] ?? ''),
    value: row['suppressed'] === 'TRUE' ? undefined : Number(row['count']),
  }));
  const wholes = dimensions.map((key) => {
    if (key === 'lad' && areas !== undefined) return wholesOfAreas(areas);
    return wholeOf([...new Set(rows.map((row) => row[key] ?? ''))].filter((at) => at !== 'Total'));
  });
  const table = tableFromCells(cells, wholes, least);
  const sensitive = [...table.printed.keys()].filter(
    (number) => rows[table.printed[number] ?? 0]?.['primary'] === 'TRUE',
  );
  return { ...table, sensitive };
}
