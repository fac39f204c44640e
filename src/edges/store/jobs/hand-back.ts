import type { Job, PgBoss } from 'pg-boss';
import type { Database } from '../database.ts';
import { inTransaction } from './in-transaction.ts';

/** Queues a job again that this process holds, so that another one may run it, even after its last try. One that it holds no longer is left alone: nothing else here cancels jobs. */
export function handBack(
  { boss, database }: { readonly boss: PgBoss; readonly database: Database },
  { name, id, retryCount }: Pick<Job, 'name' | 'id' | 'retryCount'>,
): Promise<void> {
  return inTransaction(database, async (db) => {
    await boss.cancel(name, { id, retryCount }, { db });
    await boss.resume(name, id, { db });
  });
}
