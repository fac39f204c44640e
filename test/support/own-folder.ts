import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A folder of the test's own under the system's temporary folder, removed once the tests of its file have ended. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mobility-own-'));
  folders.push(folder);
  return folder;
}

/** Run after each file of tests (`after-each-file.ts`). */
export function removeOwnFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
