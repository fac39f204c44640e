import type { FakeAccount } from './fake-bigquery.ts';
import type { Scan } from './read-plan.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** Refuses a table that the account may not read or that is not there. `parts`: of its name, as the query has them. Whether a table exists is told only to those who may read its dataset. */
export function checkTable(world: World, account: FakeAccount, parts: readonly string[]): void {
  const name = parts.join('.');
  const [project, dataset = '', table] = name.split('.');
  if (table === undefined)
    throw new Refusal(
      'invalidQuery',
      `Table "${name}" must be qualified with a project and dataset`,
    );
  const shown = `${project}:${dataset}.${table}`;
  if (project !== world.projectId || !account.mayRead.includes(dataset))
    throw new Refusal(
      'accessDenied',
      `Access Denied: Table ${shown}: User does not have permission to query table ${shown}, or perhaps it does not exist.`,
    );
  if (world.tables.has(name)) return;
  const known = [...world.tables.keys()].some((other) =>
    other.startsWith(`${project}.${dataset}.`),
  );
  const missing = known ? `Table ${shown}` : `Dataset ${project}:${dataset}`;
  throw new Refusal(
    'notFound',
    `Not found: ${missing} was not found in location ${world.location}`,
  );
}

/** Refuses to read a partitioned table without a filter on the column it is partitioned by. */
export function checkPartitions(world: World, scans: readonly Scan[]): void {
  for (const { table, conditions } of scans) {
    const column = world.tables.get(table)?.partition?.column;
    if (column === undefined || conditions.some((condition) => condition.column === column))
      continue;
    throw new Refusal(
      'invalidQuery',
      `Cannot query over table '${table}' without a filter over column(s) '${column}' that can be used for partition elimination`,
    );
  }
}

const changing = /^Statement not supported: (\w+)Statement/u;

/** Why a text has no tables to read: it changes something, which needs a permission, or it is no SQL, in GoogleSQL's words. */
export function refuseText(
  { projectId }: World,
  { mayCreateTablesIn = [] }: FakeAccount,
  { sql, message }: { readonly sql: string; readonly message: string },
): Refusal {
  const kind = changing.exec(message)?.[1];
  if (kind === undefined) return new Refusal('invalidQuery', message);
  const dataset = /`[^`.]+\.([^`.]+)\.[^`.]+`/u.exec(sql)?.[1] ?? '';
  const shown = `${projectId}:${dataset}`;
  if (mayCreateTablesIn.includes(dataset))
    return new Refusal('notImplemented', `the double runs no ${kind} statement`);
  const permission = kind.startsWith('Create')
    ? 'create'
    : kind.startsWith('Drop')
      ? 'delete'
      : 'updateData';
  return new Refusal(
    'accessDenied',
    `Access Denied: Dataset ${shown}: Permission bigquery.tables.${permission} denied on dataset ${shown} (or it may not exist).`,
  );
}
