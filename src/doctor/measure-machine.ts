import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The room left on the disk of a folder, or of the one that it would be made in, in bytes; undefined where the file system does not say. */
export async function freeDisk(folder: string): Promise<number | undefined> {
  const path = resolve(folder);
  if (!existsSync(path) && dirname(path) !== path) return freeDisk(dirname(path));
  const { bavail, blocks, bsize } = await statfs(path);
  return blocks === 0 ? undefined : bavail * bsize;
}
