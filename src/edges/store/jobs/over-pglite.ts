import type { PGliteLike } from 'pg-boss';
import type { EmbeddedDatabase } from '../open-pglite.ts';

const block = /^\s*BEGIN;([\s\S]*);\s*COMMIT;\s*$/u;

/**
 * PGlite as pg-boss is to use it. Every statement waits for room on the disk, as those of the store do. A block from BEGIN to COMMIT runs as one transaction
 * of PGlite: were it to fail by itself, the next statement of the store would find itself in the transaction that failed.
 */
export function overPglite({
  pglite,
  checkRoom,
}: Pick<EmbeddedDatabase, 'pglite' | 'checkRoom'>): PGliteLike {
  return {
    query: async (text, values) => {
      await checkRoom();
      return pglite.query(text, values);
    },
    exec: async (text) => {
      await checkRoom();
      const inner = block.exec(text)?.[1];
      return inner === undefined
        ? pglite.exec(text)
        : pglite.transaction((transaction) => transaction.exec(inner));
    },
  };
}
