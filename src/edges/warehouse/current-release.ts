import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';

const pointer = z.union([
  z.object({ file: z.string().regex(/^[A-Za-z0-9._-]+$/u) }),
  z.object({ withdrawn: z.literal(true) }),
]);

/** Which release answers: a file, or none, because there was none yet or the last one was withdrawn. */
export type CurrentRelease =
  | { readonly kind: 'live'; readonly file: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'withdrawn' };

/** The release that answers, by the pointer under the home folder. Throws `StoreFault` `badPointer`. */
export async function currentRelease(home: string): Promise<CurrentRelease> {
  const folder = join(home, 'releases');
  try {
    const read = pointer.parse(JSON.parse(await readFile(join(folder, 'current.json'), 'utf8')));
    return 'file' in read ? { kind: 'live', file: join(folder, read.file) } : { kind: 'withdrawn' };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      return { kind: 'none' };
    throw new Fault('StoreFault', 'badPointer', 'the pointer to the live release cannot be read', {
      cause,
    });
  }
}
