import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from '#src/ports.ts';

/** Longest part of a question that is in a name. */
const longest = 100;

/** Names a picture by the question as the program writes it, and the release: never by words of the asker. */
export function pictureName(usage: string, releaseId: string): string {
  const plain = usage
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9-]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');
  const digest = createHash('sha256').update(`${releaseId} ${usage}`).digest('hex').slice(0, 8);
  return `${plain.slice(0, longest)}_${digest}.png`;
}

/** Writes a picture under `folder` and returns its path; a half-written file is never left under its name. */
export async function writePicture(
  folder: string,
  name: string,
  { png }: Picture,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, png);
  await rename(draft, path);
  return path;
}
