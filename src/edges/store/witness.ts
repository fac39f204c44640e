import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { AuditMark } from '#src/state/audit-chain.ts';
import { writeAtomically } from '#src/edges/write-atomically.ts';

/** Remembers the end of the audit on this machine, apart from the store, so that an audit cut short or put back from an old copy is found. */
export type Witness = {
  readonly see: (mark: AuditMark) => Promise<void>;
  readonly last: () => Promise<AuditMark | undefined>;
};

const kept = z.object({ seq: z.int(), seal: z.string() });

/** A witness that keeps the last mark in `file`. */
export function makeWitness(file: string): Witness {
  let newest = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    see: (mark) => {
      if (mark.seq <= newest) return writing;
      newest = mark.seq;
      // One after the other, and only the newest of those that wait. The change is made already: a mark that cannot be kept is made up for by the next.
      writing = writing.then(() =>
        mark.seq === newest
          ? writeAtomically(file, `${JSON.stringify(mark)}\n`).catch(() => undefined)
          : undefined,
      );
      return writing;
    },
    last: async () => {
      try {
        return kept.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
        throw cause;
      }
    },
  };
}
