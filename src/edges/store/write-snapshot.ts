import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { snapshotFile } from './snapshot.ts';

// `npm run snapshot`: packs an empty database of the PGlite that is installed. To be run after each new version of it.
const folder = await mkdtemp(join(tmpdir(), 'mobility-snapshot-'));
try {
  const pglite = await PGlite.create(join(folder, 'postgres'));
  await pglite.exec('CHECKPOINT');
  const archive = await pglite.dumpDataDir('none');
  await pglite.close();
  const packed = zstdCompressSync(new Uint8Array(await archive.arrayBuffer()), {
    params: { [constants.ZSTD_c_compressionLevel]: 19 },
  });
  await writeFile(snapshotFile, packed);
  process.stdout.write(`Packed ${(packed.length / 1e6).toFixed(1)} MB.\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
