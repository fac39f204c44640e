import { mkdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import { rawFile, type StateFolders } from './folders.ts';
import { writeAtomically } from '#src/edges/write-atomically.ts';

const pointer = z.object({ name: z.string().regex(/^[a-z0-9-]+$/u) });

/** The raw data set in use, or undefined where none was ever made. Throws `StoreFault`. */
export async function currentRaw(
  folders: StateFolders,
): Promise<{ readonly name: string; readonly file: string } | undefined> {
  try {
    const { name } = pointer.parse(JSON.parse(await readFile(folders.rawPointer, 'utf8')));
    return { name, file: rawFile(folders, name) };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Fault(
      'StoreFault',
      'badRawPointer',
      `${folders.rawPointer} cannot be read: import the data again`,
      { cause },
    );
  }
}

/** Makes a raw data set the one in use. */
export async function useRaw(folders: StateFolders, name: string): Promise<void> {
  await mkdir(folders.raw, { recursive: true, mode: 0o700 });
  await writeAtomically(folders.rawPointer, `${JSON.stringify({ name })}\n`, 0o600);
}
