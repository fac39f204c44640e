import type { Sql } from './database.ts';

/** The statements of one transaction, watched. */
export type Watched = {
  readonly sql: Sql;
  /** To be called when the work is done. Throws what a statement threw, even if the work went on, and a plain `Error` where one was not waited for. */
  readonly finish: () => void;
};

/**
 * Runs statements one after the other, also those that were asked for at once. PostgreSQL keeps nothing of a transaction in which one failed, and says so only
 * to who listens; and one that nobody waits for would change something after its audit event was due.
 */
export function oneByOne(sql: Sql): Watched {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let failure: { readonly error: unknown } | undefined;
  let isDone = false;
  const run = async (text: string, values?: readonly unknown[]) => {
    if (failure !== undefined) throw failure.error;
    if (isDone) throw new Error('a change went on after its end');
    return sql.query(text, values);
  };
  const query: Sql['query'] = (text, values) => {
    waiting += 1;
    const rows = last.then(() => run(text, values));
    last = rows.then(
      () => (waiting -= 1),
      (error: unknown) => {
        waiting -= 1;
        failure ??= { error };
      },
    );
    return rows;
  };
  const finish = (): void => {
    isDone = true;
    if (failure !== undefined) throw failure.error;
    if (waiting > 0) throw new Error('a part of a change was not waited for');
  };
  return { sql: { query }, finish };
}
