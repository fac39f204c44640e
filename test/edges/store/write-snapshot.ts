import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { snapshotFile } from '#src/edges/store/snapshot.ts';

// `npm run snapshot`: packs an empty database of the PGlite that is installed. To be run after each new version of it.
const folder = await mkdtemp(join(tmpdir(), 'mobility-snapshot-'));
try {
  const pglite = await PGlite.create(join(folder, 'postgres'), {
    // The log of the database's own making is left out, not kept for reuse: it is 40 % of what is packed.
    startParams: [...PGlite.defaultStartParams, '-c', 'wal_recycle=off'],
  });
  const { rows } = await pglite.query<{ readonly version: string }>('SELECT version()');
  // Which PGlite made it, for whoever opens it: `readSnapshot`'s test, or somebody with a broken folder.
  const maker = /PGlite [\d.]+/u.exec(rows[0]?.version ?? '')?.[0];
  await pglite.exec(`COMMENT ON DATABASE postgres IS 'made by ${maker ?? 'an unknown PGlite'}'`);
  await pglite.exec('VACUUM');
  await pglite.exec('SELECT pg_switch_wal()');
  await pglite.exec('CHECKPOINT');
  const archive = await pglite.dumpDataDir('none');
  await pglite.close();
  const packed = zstdCompressSync(new Uint8Array(await archive.arrayBuffer()), {
    params: {
      [constants.ZSTD_c_compressionLevel]: 22,
      // 64 MB: the three copies of the catalogue lie far apart. 27 is the most that unpacks without a setting.
      [constants.ZSTD_c_windowLog]: 26,
    },
  });
  await writeFile(snapshotFile, packed);
  process.stdout.write(`Packed ${(packed.length / 1e6).toFixed(1)} MB.\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
