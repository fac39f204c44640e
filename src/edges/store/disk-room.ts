import { statfs } from 'node:fs/promises';
import { makeStoreFault } from './store-fault.ts';

/** What a change must find free, in bytes: PostgreSQL takes room for its log in pieces of 16 MB, and aborts where it cannot have one. */
export const roomToChange: number = 48 * 2 ** 20;

/** What a new database must find free, in bytes. */
export const roomToMake: number = 128 * 2 ** 20;

/** Throws `StoreFault` `diskFull` where the disk of `folder` has less than `bytes` left. */
export async function checkRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(folder);
  // A file system that counts no blocks does not say what is left.
  if (blocks > 0 && bavail * bsize < bytes) throw makeStoreFault('diskFull');
}
