import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asOrdinaryUser } from '#test/support/as-ordinary-user.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { ann, by, later, start } from '#test/contract/store/scene.ts';
import { checkAudit } from '#test/support/check-audit.ts';
import { faultOf } from '#test/support/fault-of.ts';
import { findPostgres, startPostgres } from '#test/support/postgres-server.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mobility-open-'));
});
afterEach(() => rm(home, { recursive: true }));

const place = () => ({ home, databaseUrl: undefined, auditKeyFile: undefined });

test('without DATABASE_URL the state is embedded, private, and goes on where it was', async () => {
  const store = await openStore(place(), () => start);
  expect(store.engine).toBe('pglite');
  expect(await store.audit.witness()).toBeUndefined();
  await store.change(({ inbox }) => inbox.accept('Ev1', by(ann)));
  const mark = await store.audit.witness();
  await store.close();
  expect(statSync(join(home, 'state')).mode & 0o777).toBe(0o700);
  expect(statSync(join(home, 'state', 'audit.key')).mode & 0o777).toBe(0o600);

  const next = await openStore(place(), () => later(1));
  expect(await next.audit.witness()).toEqual(mark);
  expect(await next.change(({ inbox }) => inbox.accept('Ev1', by(ann)))).toBe(false);
  expect(await next.change(({ inbox }) => inbox.accept('Ev2', by(ann)))).toBe(true);
  expect(await checkAudit(next, home)).toBe(2);
  await next.close();
});

test('what is no database is broken, said in one sentence, and given back to be mended', async () => {
  const store = await openStore(place(), () => start);
  await store.close();
  const version = join(home, 'state', 'postgres', 'PG_VERSION');
  const before = readFileSync(version);
  writeFileSync(version, 'no version');
  expect(await faultOf(openStore(place(), () => start))).toEqual({
    name: 'StoreFault',
    code: 'broken',
    retryable: false,
    message:
      'the state could not be changed or read: look into the log, and put a copy of the state back if it goes on',
  });
  writeFileSync(version, before);
  await (await openStore(place(), () => start)).close();
});

test('a folder that may not be written is told', async () => {
  chmodSync(home, 0o555);
  const opening = asOrdinaryUser(() => faultOf(openStore(place(), () => start)));
  expect(await opening).toMatchObject({ code: 'noAccess' });
  chmodSync(home, 0o700);
});

test.each([
  ['badDatabaseUrl', 'not a URL'],
  ['noTls', 'postgresql://u:s3cret@db.example.org/mobility?sslmode=disable'],
])('a DATABASE_URL that cannot be used is refused: %s', async (code, databaseUrl) => {
  const auditKeyFile = join(home, 'key');
  writeFileSync(auditKeyFile, 'ab'.repeat(32));
  const opening = openStore({ home, databaseUrl, auditKeyFile }, () => start);
  expect(await faultOf(opening, ['s3cret'])).toMatchObject({ name: 'ConfigFault', code });
  expect(existsSync(join(home, 'state'))).toBe(false);
});

test.skipIf(findPostgres() === undefined)(
  'with DATABASE_URL, on PostgreSQL, which must be installed, several share one state',
  async () => {
    const server = await startPostgres();
    const auditKeyFile = join(home, 'key');
    writeFileSync(auditKeyFile, 'ab'.repeat(32));
    const databaseUrl = await server.database('mobility');
    const open = (name: string) =>
      openStore({ home: join(home, name), databaseUrl, auditKeyFile }, () => start);
    const [one, two] = await Promise.all([open('one'), open('two')]);
    const accepted = await Promise.all(
      [one, two].map((store) => store.change(({ inbox }) => inbox.accept('Ev1', by(ann)))),
    );
    expect(accepted.filter(Boolean)).toHaveLength(1);
    expect(one.engine).toBe('postgres');
    expect(existsSync(join(home, 'one', 'state'))).toBe(false);
    expect(
      await faultOf(openStore({ home, databaseUrl, auditKeyFile: undefined }, () => start)),
    ).toMatchObject({ name: 'ConfigFault', code: 'noAuditKey' });
    await Promise.all([one.close(), two.close()]);
    await server.stop();
  },
);

test.runIf(process.env['CI'] !== undefined)('where all is tested PostgreSQL is installed', () => {
  expect(findPostgres()).toBeDefined();
});

test('an empty state where this machine has seen another one is not taken for it', async () => {
  const store = await openStore(place(), () => start);
  await store.change(({ inbox }) => inbox.accept('Ev1', by(ann)));
  await store.close();
  await rm(join(home, 'state', 'postgres'), { recursive: true });
  const fault = await faultOf(openStore(place(), () => start));
  expect(fault).toMatchObject({ code: 'stateGone' });
  expect(fault.message).toContain('has seen one with an audit (entries: 1)');
  await rm(join(home, 'audit-witness.json'));
  const anew = await openStore(place(), () => start);
  expect(await anew.releases.list()).toEqual([]);
  await anew.close();
});
