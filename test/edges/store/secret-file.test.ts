import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { keptSecret, readSecret } from '#src/edges/secret-file.ts';
import { faultOf } from '#test/support/fault-of.ts';

const home = mkdtempSync(join(tmpdir(), 'mobility-secret-'));
afterAll(() => rm(home, { recursive: true }));

test('a secret is made once, at random, whole, and for its owner alone', async () => {
  const file = join(home, 'keys', 'a.key');
  const secrets = await Promise.all(Array.from({ length: 12 }, () => keptSecret(file)));
  const [first] = secrets;
  for (const secret of secrets) expect(secret).toEqual(first);
  expect(first).toHaveLength(32);
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, 'keys')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(home, 'keys'))).toEqual(['a.key']);
  expect(await keptSecret(join(home, 'keys', 'b.key'))).not.toEqual(first);
});

test('jobs that begin one shortly after the other agree on a secret', async () => {
  for (let round = 0; round < 20; round += 1) {
    const file = join(home, 'keys', `round ${round}.key`);
    const secrets = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        await sleep(at * 0.5);
        return Buffer.from(await keptSecret(file)).toString('hex');
      }),
    );
    expect(new Set(secrets).size).toBe(1);
  }
});

test('a secret of an operator is read as hex digits or as it is', async () => {
  const file = join(home, 'own');
  writeFileSync(file, ` ${'Ab'.repeat(32)}\n`);
  expect(await readSecret(file, 'THE_FILE')).toEqual(Buffer.from('ab'.repeat(32), 'hex'));
  writeFileSync(file, Buffer.alloc(32, 0xff));
  expect(await readSecret(file, 'THE_FILE')).toEqual(Buffer.alloc(32, 0xff));
});

test.each([
  ['weakKey', 'too short', 's3cret'],
  ['weakKey', 'too few hex digits', 'ab'.repeat(15)],
  ['weakKey', 'empty', ''],
])('%s: one that is %s is refused, and not shown', async (code, _, text) => {
  const file = join(home, 'weak');
  writeFileSync(file, text);
  expect(await faultOf(readSecret(file, 'THE_FILE'), ['s3cret', home])).toMatchObject({
    name: 'ConfigFault',
    code,
  });
});

test('one that cannot be read is refused, with the name of the setting', async () => {
  mkdirSync(join(home, 'folder'));
  for (const file of [join(home, 'none'), join(home, 'folder')])
    expect(await faultOf(readSecret(file, 'THE_FILE'), [home])).toEqual({
      name: 'ConfigFault',
      code: 'noKey',
      retryable: false,
      message: 'the key file cannot be read: check THE_FILE and that you may read it',
    });
});
