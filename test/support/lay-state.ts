import { cpSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readAuditKey } from '#src/edges/store/audit-key.ts';
import { migrate } from '#src/edges/store/migrate.ts';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { embeddedFolder, postgresFolder, readStorePlace } from '#src/edges/store/store-place.ts';

/** Lays an embedded state without a row under a home that has none: a copy of one takes a fifth of the work of making it. The secret of its audit is its own. */
export async function layState(home: string): Promise<void> {
  await readAuditKey(readStorePlace(home, {}));
  await layDatabase(embeddedFolder(home));
}

/** Lays the database alone into the folder of an embedded state. */
export async function layDatabase(folder: string): Promise<void> {
  const template = await findTemplate();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  cpSync(template, postgresFolder(folder), { recursive: true });
}

/** Made by the first test that wants it; of several made at once one is kept. */
async function findTemplate(): Promise<string> {
  const templates = inject('stateTemplates');
  const template = join(templates, 'postgres');
  if (existsSync(template)) return template;
  const aside = await mkdtemp(join(templates, 'made-'));
  const database = await openPglite(aside);
  await migrate(database);
  await database.close();
  await rename(postgresFolder(aside), template).catch((error: unknown) => {
    if (!existsSync(template)) throw error;
  });
  await rm(aside, { recursive: true });
  return template;
}
