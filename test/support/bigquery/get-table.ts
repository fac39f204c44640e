import type { FakeAccount } from './fake-bigquery.ts';
import { checkTable } from './check-tables.ts';
import type { World } from './world.ts';

/** What a table is, as BigQuery's REST interface writes it. */
export function getTable(
  world: World,
  account: FakeAccount,
  { datasetId, tableId }: { readonly datasetId: string; readonly tableId: string },
): unknown {
  const { projectId, location } = world;
  const name = `${projectId}.${datasetId}.${tableId}`;
  checkTable(world, account, [name]);
  const table = world.tables.get(name);
  return {
    kind: 'bigquery#table',
    id: `${projectId}:${datasetId}.${tableId}`,
    tableReference: { projectId, datasetId, tableId },
    type: 'TABLE',
    location,
    lastModifiedTime: String(firstMs + (table?.changes ?? 0)),
    numRows: String(table?.rows.length),
    schema: { fields: table?.columns.map(({ name, type }) => ({ name, type: legacyNames[type] })) },
    ...(table?.partition !== undefined && {
      requirePartitionFilter: true,
      rangePartitioning: { field: table.partition.column },
    }),
  };
}

/** When the double's tables were made: 1 January 2026. */
const firstMs = Date.UTC(2026, 0, 1);

const legacyNames = {
  STRING: 'STRING',
  INT64: 'INTEGER',
  FLOAT64: 'FLOAT',
  BOOL: 'BOOLEAN',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
} as const;
