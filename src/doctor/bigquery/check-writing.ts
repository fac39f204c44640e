import { failed, ok, type Outcome } from '#src/doctor/check.ts';
import type { Looked } from './looked.ts';
import { tryRight } from './try-right.ts';

/** Sees that this account may not make a table among the releases. Throws `WarehouseFault`. */
export async function checkWriting(looked: Looked): Promise<Outcome> {
  const { project, dataset } = looked.place;
  const sql = `CREATE TABLE \`${project}.${dataset}.tried_by_the_doctor\` AS SELECT 1 AS one`;
  const right = await tryRight(looked, sql);
  if (right === 'refused') return ok(`This account may make nothing in ${dataset}, as it must be.`);
  return failed(
    `This account may make tables in ${dataset}: whoever takes over the bot could put a release of their own there.`,
    'Leave it roles/bigquery.dataViewer alone on the dataset (infra/README.md).',
  );
}
