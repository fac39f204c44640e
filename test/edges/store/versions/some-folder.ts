import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrationsFolder } from '#src/edges/store/migrate.ts';
import { migrationNames } from './versions.ts';

/** A folder with the first `count` migrations, and invented ones after them: name → SQL. It is gone when the test ends. */
export function someFolder(count: number, invented: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'mobility-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  for (const name of migrationNames.slice(0, count))
    copyFileSync(join(migrationsFolder, name), join(folder, name));
  for (const [name, sql] of Object.entries(invented)) writeFileSync(join(folder, name), sql);
  return folder;
}
