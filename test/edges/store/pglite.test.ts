import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { testStore } from '#test/contract/test-store.ts';

testStore({
  name: 'in PGlite',
  isMissing: false,
  open: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mobility-store-'));
    const database = await openPglite(folder);
    return {
      database,
      close: async () => {
        await database.close();
        await rm(folder, { recursive: true });
      },
    };
  },
});
