import { dryRun } from '#src/edges/warehouse/bigquery/run-job.ts';
import { Fault } from '#src/fault.ts';
import { statementOf, type Looked } from './looked.ts';

/**
 * Whether this account may do what a statement does, by a dry run: nothing is done, even where it may. Only a refusal of the account counts as one: a statement that is
 * wrong in another way is one that it may run. Throws `WarehouseFault` where BigQuery gives no answer, and `missing` where there is nothing to try it on.
 */
export async function tryRight({ client, place }: Looked, sql: string): Promise<'may' | 'refused'> {
  try {
    await dryRun(client, place, statementOf(sql));
    return 'may';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'denied') return 'refused';
    if (error.code === 'invalidQuery' || error.code === 'tooManyBytes') return 'may';
    throw error;
  }
}
