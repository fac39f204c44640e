import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoKey, readKey } from '#src/release/key.ts';
import { ownFolder } from '#test/support/own-folder.ts';

const request = (folder: string) => ({
  synthetic: false,
  dataset: 'lowland',
  keyFile: undefined,
  folder: join(folder, 'keys'),
});

test('a key is made once, at random, and only its owner may read it', async () => {
  const folder = ownFolder();
  const key = await readKey(request(folder));
  const file = join(folder, 'keys/lowland.key');
  expect(key).toHaveLength(32);
  expect(await readKey(request(folder))).toEqual(key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toBe(`${Buffer.from(key).toString('hex')}\n`);
  expect(await readKey(request(ownFolder()))).not.toEqual(key);
});

test('two jobs at once agree on one key', async () => {
  const folder = ownFolder();
  const keys = await Promise.all(Array.from({ length: 8 }, () => readKey(request(folder))));
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
});

test('synthetic data have the public key, whatever file is named', async () => {
  const folder = ownFolder();
  expect(await readKey({ ...request(folder), synthetic: true, keyFile: '/nowhere' })).toEqual(
    demoKey,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test("an operator's file is taken as hexadecimal or as it is", async () => {
  const folder = ownFolder();
  const hex = 'ab'.repeat(32);
  writeFileSync(join(folder, 'hex'), `${hex}\n`);
  writeFileSync(join(folder, 'bytes'), Buffer.alloc(40, 1));
  expect(
    Buffer.from(await readKey({ ...request(folder), keyFile: join(folder, 'hex') })).toString(
      'hex',
    ),
  ).toBe(hex);
  expect(await readKey({ ...request(folder), keyFile: join(folder, 'bytes') })).toHaveLength(40);
});

test.each([
  ['weakKey', 'short'],
  ['noKey', undefined],
])("an operator's file that will not do is refused: %s", async (code, text) => {
  const folder = ownFolder();
  const keyFile = join(folder, 'key');
  if (text !== undefined) writeFileSync(keyFile, text);
  await expect(readKey({ ...request(folder), keyFile })).rejects.toMatchObject({
    name: 'ConfigFault',
    code,
  });
});
