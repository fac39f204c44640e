import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import type { AuditMark } from '#src/state/audit-chain.ts';
import { writeAtomically } from '#src/edges/write-atomically.ts';
import type { Sql } from './database.ts';
import { storeFault } from './store-fault.ts';

/** Remembers the end of the audit on this machine, apart from the store, so that an audit cut short or put back from an old copy is found. */
export type Witness = {
  /** To be told of each new end of the audit. Never throws: the change is made already, and a mark that cannot be kept is made up for by the next. */
  readonly see: (mark: AuditMark) => Promise<void>;
  /** Throws `StoreFault` `badWitness` where what is kept cannot be read. */
  readonly last: () => Promise<AuditMark | undefined>;
};

/** Where the witness of the state under `home` keeps its mark. */
export const witnessFile = (home: string): string => join(home, 'audit-witness.json');

const kept = z.object({ seq: z.int().nonnegative(), seal: z.string() });

/**
 * A witness that keeps a mark in `file`, and only moves it on while that mark is still in the audit: what proves that history was lost or rewritten is never
 * overwritten by the history after it.
 */
export function makeWitness(file: string, sql: Sql): Witness {
  const isInAudit = async ({ seq, seal }: AuditMark): Promise<boolean> => {
    const [row] = await sql.query('SELECT seal FROM audit WHERE seq = $1', [seq]);
    return row?.['seal'] === seal;
  };
  const keep = async (mark: AuditMark): Promise<void> => {
    const before = await readWitness(file);
    if (before !== undefined && (mark.seq <= before.seq || !(await isInAudit(before)))) return;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeAtomically(file, `${JSON.stringify(mark)}\n`, 0o600);
  };
  let newest = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    see: (mark) => {
      newest = Math.max(newest, mark.seq);
      // One after the other, and only the newest of those that wait.
      writing = writing.then(() =>
        mark.seq === newest ? keep(mark).catch(() => undefined) : undefined,
      );
      return writing;
    },
    last: () => readWitness(file),
  };
}

/** The mark that a witness keeps in `file`; undefined where it has kept none. Throws `StoreFault` `badWitness`. */
export async function readWitness(file: string): Promise<AuditMark | undefined> {
  const text = await readText(file);
  if (text === undefined) return undefined;
  try {
    return kept.parse(JSON.parse(text));
  } catch (cause) {
    throw unreadable(cause);
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw storeFault(cause);
  }
}

const unreadable = (cause: unknown): Fault =>
  new Fault(
    'StoreFault',
    'badWitness',
    'the mark of the audit that this machine keeps (audit-witness.json in the home folder) cannot be read: keep a copy of it, find out who changed it, then move it away',
    { cause },
  );
