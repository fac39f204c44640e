import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';

const pointer = z.object({ file: z.string().regex(/^[A-Za-z0-9._-]+$/u) });

/** The file of the live release under the home folder, or undefined where there is none yet. */
export async function currentRelease(home: string): Promise<string | undefined> {
  const folder = join(home, 'releases');
  try {
    const { file } = pointer.parse(
      JSON.parse(await readFile(join(folder, 'current.json'), 'utf8')),
    );
    return join(folder, file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Fault('StoreFault', 'badPointer', 'the pointer to the live release cannot be read', {
      cause,
    });
  }
}
