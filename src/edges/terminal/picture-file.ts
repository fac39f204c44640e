import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrendFinding } from '#src/finding.ts';
import type { Picture } from '#src/ports.ts';

/** Names a picture by what it shows: area code, mode and dates only, never words of the asker. */
export function pictureName({ area, mode, since, weeks }: TrendFinding): string {
  const parts = [
    'trend',
    area.code,
    mode?.value ?? 'all',
    since?.date ?? 'latest',
    weeks.at(-1)?.week ?? '',
  ];
  return `${parts.map((part) => part.replaceAll(/[^A-Za-z0-9-]+/gu, '-')).join('_')}.png`;
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
