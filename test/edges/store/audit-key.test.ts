import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeMac, readAuditKey } from '#src/edges/store/audit-key.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mobility-audit-key-'));
});
afterEach(() => rm(home, { recursive: true }));

test('seals are HMAC-SHA-256 in hex', () => {
  // RFC 4231, test case 2.
  expect(makeMac(Buffer.from('Jefe'))('what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  expect(makeMac(Buffer.from('k'))('é')).toBe(
    createHmac('sha256', 'k').update('é', 'utf8').digest('hex'),
  );
});

test('the key is made once, before the first state, and kept', async () => {
  const place = readStorePlace(home, { DATABASE_URL: '', MOBILITY_AUDIT_KEY_FILE: '' });
  expect(place).toEqual({ home, databaseUrl: undefined, auditKeyFile: undefined });
  const key = await readAuditKey(place);
  expect(key).toHaveLength(32);
  expect(await readAuditKey(place)).toEqual(key);
});

test('a state without its key gets no new one', async () => {
  await mkdir(join(home, 'state', 'postgres'), { recursive: true });
  const place = readStorePlace(home, {});
  await expect(readAuditKey(place)).rejects.toThrow(
    /^the secret of the audit is gone: put state\/audit\.key/u,
  );
  expect(existsSync(join(home, 'state', 'audit.key'))).toBe(false);
});

test('a shared database needs a key that is shared', async () => {
  const shared = { DATABASE_URL: 'postgresql://localhost/mobility' };
  await expect(readAuditKey(readStorePlace(home, shared))).rejects.toThrow(
    'name its file in MOBILITY_AUDIT_KEY_FILE',
  );
  const file = join(home, 'shared.key');
  await writeFile(file, 'ab'.repeat(32));
  const place = readStorePlace(home, { ...shared, MOBILITY_AUDIT_KEY_FILE: file });
  expect(Buffer.from(await readAuditKey(place)).toString('hex')).toBe('ab'.repeat(32));
});
