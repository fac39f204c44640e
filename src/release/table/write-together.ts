import { open, rename, rm } from 'node:fs/promises';
import { Fault } from '#src/fault.ts';

/** A file to write, piece by piece. */
export type Part = { readonly file: string; readonly pieces: () => Iterable<string> };

/**
 * Writes files one after the other beside their places and moves them there when all are whole: a reader, or a crash, sees old or new files,
 * never half a one. Throws `StoreFault` where one cannot be written.
 */
export async function writeTogether(parts: readonly Part[]): Promise<void> {
  const drafts = parts.map(({ file }) => `${file}.${process.pid}.tmp`);
  try {
    for (const [at, { pieces }] of parts.entries()) await writeDraft(drafts[at] ?? '', pieces());
    for (const [at, { file }] of parts.entries()) await rename(drafts[at] ?? '', file);
  } catch (cause) {
    throw new Fault(
      'StoreFault',
      'notWritten',
      'the output cannot be written: check that its folder exists, may be written and has room',
      { cause },
    );
  } finally {
    await Promise.all(drafts.map((draft) => rm(draft, { force: true })));
  }
}

async function writeDraft(draft: string, pieces: Iterable<string>): Promise<void> {
  const handle = await open(draft, 'w', 0o644);
  try {
    for (const piece of pieces) await handle.write(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
