import { expect, test } from 'vitest';
import { Fault } from '#src/fault.ts';
import { makeStoreFault, storeFault, withStoreFaults } from '#src/edges/store/store-fault.ts';

const secret = 'INSERT INTO outbox VALUES (s3cret)';
const coded = (code: string) => Object.assign(new Error(secret), { code });

test.each([
  ['ECONNREFUSED', 'unreachable', true],
  ['ENOTFOUND', 'unreachable', true],
  ['EPIPE', 'unreachable', true],
  ['08006', 'unreachable', true],
  ['08P01', 'unreachable', true],
  ['57P01', 'unreachable', true],
  ['57P03', 'unreachable', true],
  ['25006', 'unreachable', true],
  ['28000', 'denied', false],
  ['28P01', 'denied', false],
  ['3D000', 'denied', false],
  ['42501', 'denied', false],
  ['CERT_HAS_EXPIRED', 'untrusted', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted', false],
  ['EACCES', 'noAccess', false],
  ['EROFS', 'noAccess', false],
  ['ENOSPC', 'diskFull', true],
  ['53100', 'diskFull', true],
  ['57014', 'timeout', true],
  ['55P03', 'timeout', true],
  ['25P03', 'timeout', true],
  ['40001', 'conflict', true],
  ['40P01', 'conflict', true],
  ['53300', 'busy', true],
  ['23505', 'broken', false],
  ['22021', 'broken', false],
  ['XX001', 'broken', false],
])('the error %s is told as %s, without what the driver said', (code, told, retryable) => {
  const error = coded(code);
  const fault = storeFault(error);
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({ name: 'StoreFault', code: told, retryable, cause: error });
  expect(String(fault)).not.toMatch(/s3cret|INSERT/u);
});

test('a folder that is gone is told as such, and a socket that is gone as a server that is not there', () => {
  const told = (syscall: string, code: string) =>
    storeFault(Object.assign(coded(code), { syscall }));
  expect(told('statfs', 'ENOENT')).toMatchObject({
    code: 'unreachable',
    retryable: true,
    message:
      'the folder of the state is gone or cannot be reached: check MOBILITY_HOME and that its disk is there',
  });
  for (const code of ['ENOENT', 'EACCES'])
    expect(told('connect', code)).toMatchObject({
      code: 'unreachable',
      message: 'the state cannot be reached: check DATABASE_URL and that PostgreSQL runs',
    });
});

test.each(['broken', 'busy', 'closed', 'conflict', 'timeout'] as const)(
  'the sentence of %s ends in what to do next',
  (kind) => {
    expect(makeStoreFault(kind).message).toMatch(/: (?:try|start|look into) [a-z ,]+$/u);
  },
);

test.each([
  ['timeout exceeded when trying to connect', 'unreachable'],
  ['Connection terminated due to connection timeout', 'unreachable'],
  ['Connection terminated unexpectedly', 'unreachable'],
  ['Query read timeout', 'timeout'],
  ['The server does not support SSL connections', 'untrusted'],
  ['Cannot use a pool after calling end on the pool', 'closed'],
  ['PGlite is closed', 'closed'],
])('an error without a code is told by what the driver says: %s', (message, code) => {
  expect(storeFault(new Error(message))).toMatchObject({ name: 'StoreFault', code });
});

test.each([
  [51, 'diskFull'],
  [2, 'noAccess'],
  [29, 'broken'],
])("what PGlite's file system throws is no error, and is told too: %d", (errno, code) => {
  expect(storeFault({ name: 'ErrnoError', errno })).toMatchObject({ name: 'StoreFault', code });
});

test('a fault, an error of our own, and what is none of these stay as they are', async () => {
  const fault = makeStoreFault('busy');
  const own = new Error('a bug');
  for (const thrown of [fault, own, 'text', undefined, null]) {
    expect(storeFault(thrown)).toBe(thrown);
    await expect(withStoreFaults(() => Promise.reject(thrown as Error))).rejects.toBe(thrown);
  }
  expect(await withStoreFaults(async () => 'done')).toBe('done');
});
