import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPostgresOptions } from '#src/edges/store/postgres-options.ts';
import { Fault } from '#src/fault.ts';

const folder = mkdtempSync(join(tmpdir(), 'mobility-options-'));
const file = join(folder, 'ca.crt');
writeFileSync(file, 'a certificate');
afterAll(() => rm(folder, { recursive: true }));

const tls = { rejectUnauthorized: true };
const db = { user: 'u', password: 'p', host: 'db.example.org', database: 'mobility' };

test.each([
  ['postgresql://u:p@db.example.org/mobility', { ...db, ssl: tls }],
  ['postgres://u:p@db.example.org:6432/mobility', { ...db, port: 6432, ssl: tls }],
  ['postgresql://u:p@db.example.org/mobility?sslmode=require', { ...db, ssl: tls }],
  ['postgresql://u:p@db.example.org/mobility?sslmode=no-verify', { ...db, ssl: tls }],
  ['postgresql://u:p@db.example.org/mobility?sslrootcert=system', { ...db, ssl: tls }],
  [
    `postgresql://u:p@db.example.org/mobility?sslrootcert=${file}&sslcert=${file}&sslkey=${file}`,
    { ...db, ssl: { ...tls, ca: 'a certificate', cert: 'a certificate', key: 'a certificate' } },
  ],
  ['postgresql://u:p@127.0.0.2/mobility', { ...db, host: '127.0.0.2', ssl: tls }],
  [
    'postgresql://u:p@localhost.example.org/m',
    { ...db, host: 'localhost.example.org', database: 'm', ssl: tls },
  ],
  ['postgresql://u:p@localhost/mobility', { ...db, host: 'localhost', ssl: false }],
  ['postgresql://u:p@localhost/mobility?sslmode=disable', { ...db, host: 'localhost', ssl: false }],
  [
    'postgresql://u:p@127.0.0.1/mobility?sslmode=verify-full',
    { ...db, host: '127.0.0.1', ssl: tls },
  ],
  ['postgresql://u:p@[::1]:5433/mobility', { ...db, host: '::1', port: 5433, ssl: false }],
  ['postgresql://u:p@[2001:db8::1]/mobility', { ...db, host: '2001:db8::1', ssl: tls }],
  [
    'postgresql:///mobility?host=/run/postgresql',
    { host: '/run/postgresql', database: 'mobility', ssl: false },
  ],
  ['postgresql://u:p@localhost/mobility?host=db.example.org', { ...db, ssl: tls }],
  [
    'postgresql://us%65r:p%40%2F%3A%23@localhost/mo%20b',
    { user: 'user', password: 'p@/:#', host: 'localhost', database: 'mo b', ssl: false },
  ],
])('%s is read', (url, options) => {
  expect(readPostgresOptions(url)).toEqual(options);
});

test.each([
  ['badDatabaseUrl', ''],
  ['badDatabaseUrl', 'localhost:5432/mobility'],
  ['badDatabaseUrl', 'mysql://u:s3cret@localhost/mobility'],
  ['badDatabaseUrl', 'postgresql://u:s3cret@localhost'],
  ['badDatabaseUrl', 'postgresql://u:s3cret@/mobility'],
  ['badDatabaseUrl', 'postgresql://u:s3cret@localhost:99999/mobility'],
  ['badDatabaseUrl', 'postgresql://u:s3cret%zz@localhost/mobility'],
  ['badDatabaseUrl', 'postgresql://u:s3cret#1@localhost/mobility'],
  ['badDatabaseUrl', 'host=localhost password=s3cret'],
  ['badDatabaseUrl', 'postgresql://u:s3cret@db.example.org/mobility?ssl=false'],
  ['badDatabaseUrl', 'postgresql://u:s3cret@db.example.org/mobility?statement_timeout=0'],
  ['badDatabaseUrl', 'postgresql://u:s3cret@localhost/mobility?host=localhost&host=db.example.org'],
  ['noTls', 'postgresql://u:s3cret@db.example.org/mobility?sslmode=disable'],
  ['noTls', 'postgresql://u:s3cret@localhost/mobility?host=db.example.org&sslmode=disable'],
  ['noTls', 'postgresql://u:s3cret@127.0.0.2/mobility?sslmode=disable'],
  ['noTlsFile', 'postgresql://u:s3cret@db.example.org/mobility?sslrootcert=/s3cret/ca.crt'],
  ['noTlsFile', 'postgresql://u:s3cret@db.example.org/mobility?sslkey=/s3cret/key'],
])('%s: %s is refused in one sentence without the password', (code, url) => {
  let fault: unknown;
  try {
    readPostgresOptions(url);
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({ name: 'ConfigFault', code, retryable: false });
  const { message, cause } = fault as Fault;
  expect(message).toMatch(/DATABASE_URL/u);
  expect(message).not.toMatch(/s3cret|example|\n/u);
  expect(cause).toBeUndefined();
});
