import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';

/** An empty database of the PGlite that is installed, packed: to unpack it is quicker than to make one (`npm run bench -- state`). `npm run snapshot` writes it. */
export const snapshotFile: URL = new URL('empty-database.tar.zst', import.meta.url);

/** The snapshot as the archive that PGlite loads. */
export async function readSnapshot(): Promise<Blob> {
  const packed = await readFile(snapshotFile);
  // A Blob takes no bytes over memory that may be shared: the copy has its own.
  return new Blob([new Uint8Array(await promisify(zstdDecompress)(packed))]);
}
