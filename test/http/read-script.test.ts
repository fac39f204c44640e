import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScript } from '#src/http/read-script.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-script-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a script goes without its types, and is told to be a script', async () => {
  const file = join(folder, 'some.ts');
  await writeFile(file, 'const half = (of: number): number => of / 2;\n');
  const { status, type, body } = await readScript(file);
  expect([status, type]).toEqual([200, 'text/javascript']);
  expect(String(body).replaceAll(/ +/gu, ' ')).toBe('const half = (of ) => of / 2;\n');
});
