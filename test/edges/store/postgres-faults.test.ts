import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMac } from '#src/edges/store/audit-key.ts';
import type { Database } from '#src/edges/store/database.ts';
import { makeStore } from '#src/edges/store/make-store.ts';
import { migrate } from '#src/edges/store/migrate.ts';
import { openPostgres } from '#src/edges/store/open-postgres.ts';
import type { Store } from '#src/state/store.ts';
import { ann, by, message, program, release } from '#test/contract/store/scene.ts';
import { faultOf } from '#test/support/fault-of.ts';
import {
  findPostgres,
  startPostgres,
  withClient,
  type PostgresServer,
} from '#test/support/postgres-server.ts';
import { startSilentServer } from '#test/support/silent-server.ts';

const limits = { connectMs: 2000, statementMs: 700, migrationMs: 2500, connections: 5 };

describe.skipIf(findPostgres() === undefined)('with PostgreSQL, which must be installed', () => {
  let server: PostgresServer;
  let url: string;
  let database: Database;
  let store: Store;

  beforeAll(async () => {
    server = await startPostgres(['deadlock_timeout=50ms'], (data) =>
      writeFileSync(
        join(data, 'pg_hba.conf'),
        'host all tester 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n',
      ),
    );
    url = await server.database('mobility');
    await withClient(url, (client) =>
      client.query(
        `CREATE ROLE clerk LOGIN PASSWORD 's3cret' CONNECTION LIMIT 1; CREATE ROLE guest LOGIN PASSWORD 's3cret'`,
      ),
    );
    database = await openPostgres(url, limits);
    await migrate(database);
    store = makeStore({
      database,
      mac: makeMac(new Uint8Array(32)),
      clock: () => new Date(),
      witness: { see: async () => undefined, last: async () => undefined },
    });
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const accept = (key: string) => store.change(({ inbox }) => inbox.accept(key, by(ann)));
  const put = (key: string) => store.change(({ outbox }) => outbox.put(message(key), by(ann)));
  const killConnections = () =>
    withClient(url, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mobility' AND datname = 'mobility'`,
      ),
    );
  const silently = async (run: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await run();
    return performance.now() - begun;
  };

  test('a server that dies is unreachable, and when it is back the next change works', async () => {
    await put('before');
    await server.crash();
    expect(await faultOf(put('meanwhile'))).toEqual({
      name: 'StoreFault',
      code: 'unreachable',
      retryable: true,
      message: 'the state cannot be reached: check DATABASE_URL and that PostgreSQL runs',
    });
    expect(await faultOf(openPostgres(url))).toMatchObject({ code: 'unreachable' });
    expect(await faultOf(store.messages.count())).toMatchObject({ code: 'unreachable' });
    await server.start();
    expect(await put('after')).toBe(true);
    expect(await store.messages.find('before')).toMatchObject({ state: 'queued' });
    expect(await store.messages.find('meanwhile')).toBeUndefined();
  });

  test('idle connections that are cut do not end the process, and are replaced', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, at) => accept(`idle ${at}`)));
    await killConnections();
    await sleep(50);
    expect(await accept('after the cut')).toBe(true);
  });

  test.each([
    ['between two statements', true],
    ['before its end', false],
  ])('a change whose connection is cut %s is not kept', async (when, goesOn) => {
    const before = await store.audit.head();
    const cut = store.change(async ({ inbox, outbox }) => {
      await inbox.accept(`cut ${when}`, by(ann));
      await killConnections();
      await sleep(50);
      if (goesOn) await outbox.put(message(`cut ${when}`), by(ann));
    });
    expect(await faultOf(cut)).toMatchObject({ code: 'unreachable', retryable: true });
    expect(await store.audit.head()).toEqual(before);
    expect(await accept(`cut ${when}`)).toBe(true);
  });

  test('two changes that lock each other out are both made', async () => {
    await store.change(async ({ releases }) => {
      await releases.stage(release('a'), program);
      await releases.stage(release('b'), program);
    });
    const before = (await store.audit.head()).seq;
    let runs = 0;
    let halfWay = 0;
    const both = Promise.withResolvers<undefined>();
    const withdraw = (first: string, second: string) =>
      store.change(async ({ releases }) => {
        runs += 1;
        const one = await releases.withdraw(first, program);
        halfWay += 1;
        if (halfWay === 2) both.resolve(undefined);
        await both.promise;
        return [one, await releases.withdraw(second, program)];
      });
    const [ab, ba] = await Promise.all([withdraw('a', 'b'), withdraw('b', 'a')]);
    expect(runs).toBe(3);
    expect(ab).toEqual(ba?.map((isMade) => !isMade));
    expect(new Set(ab).size).toBe(1);
    expect((await store.audit.head()).seq).toBe(before + 2);
  });

  test('a statement that takes too long is broken off', async () => {
    const fault = await faultOf(database.query('SELECT pg_sleep(30)'));
    expect(fault).toMatchObject({
      code: 'timeout',
      retryable: true,
      message: 'the state took too long: try again in a minute',
    });
    // The server has stopped it too.
    const running = await database.query(
      `SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND state = 'active' AND pid <> pg_backend_pid()`,
    );
    expect(running).toEqual([]);
    expect(await accept('after the sleep')).toBe(true);
  });

  test('a change that waits too long for another one is broken off, and not kept', async () => {
    await put('held');
    await withClient(url, async (client) => {
      await client.query('BEGIN');
      await client.query(`SELECT seq FROM audit_head FOR UPDATE`);
      expect(await faultOf(accept('waiting'))).toMatchObject({ code: 'timeout' });
    });
    expect(await accept('waiting')).toBe(true);
  });

  test('a migration may take longer than a statement of every day, but not for ever', async () => {
    const naps = (seconds: number) =>
      database.session((session) => session.query(`SELECT pg_sleep(${seconds})`));
    await expect(naps(1.5)).resolves.toMatchObject({ rowCount: 1 });
    expect(await faultOf(naps(30))).toMatchObject({ code: 'timeout' });
  });

  test('a connection that was interrupted inside a migration leaves nothing of it', async () => {
    const cut = database.session(async (session) => {
      await session.query('BEGIN; CREATE TABLE half (id int)');
      await killConnections();
      await sleep(50);
      await session.query('COMMIT');
    });
    expect(await faultOf(cut)).toMatchObject({ code: 'unreachable' });
    expect(await database.query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  });

  test('more changes than connections wait for each other', async () => {
    const accepted = await Promise.all(Array.from({ length: 40 }, (_, at) => accept(`many ${at}`)));
    expect(accepted).toEqual(Array.from({ length: 40 }, () => true));
  });

  test('a server that takes no more connections is busy', async () => {
    const clerk = await openPostgres(url.replace('tester', 'clerk:s3cret'), limits);
    const query = () => clerk.query('SELECT pg_sleep(0.3)');
    const results = await Promise.allSettled([query(), query()]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await faultOf(Promise.all([query(), query()]))).toMatchObject({
      code: 'busy',
      retryable: true,
      message: 'PostgreSQL takes no more connections at present: try again in a minute',
    });
    await clerk.close();
  });

  test('a server that accepts connections and says nothing is given up in time', async () => {
    const silent = await startSilentServer(undefined);
    const shorter = { ...limits, connectMs: 300 };
    for (const mode of ['disable', 'verify-full']) {
      const durationMs = await silently(async () =>
        expect(
          await faultOf(
            openPostgres(
              `postgresql://tester:s3cret@127.0.0.1:${silent.port}/mobility?sslmode=${mode}`,
              shorter,
            ),
            ['s3cret'],
          ),
        ).toMatchObject({ code: 'unreachable' }),
      );
      expect(durationMs).toBeLessThan(3000);
    }
    await silent.stop();
  });

  test('a server that goes silent in the middle of a change is given up in time, and so is closing', async () => {
    const silent = await startSilentServer(server.port);
    const through = await openPostgres(url.replace(String(server.port), String(silent.port)), {
      ...limits,
      connectMs: 300,
      statementMs: 300,
    });
    const durationMs = await silently(async () => {
      const hung = through.transaction(async (sql) => {
        await sql.query('SELECT 1');
        silent.hush();
        await sql.query('SELECT 2');
      });
      expect(await faultOf(hung)).toMatchObject({ code: 'timeout', retryable: true });
      await through.close();
    });
    expect(durationMs).toBeLessThan(3000);
    await silent.stop();
  });

  test('a wrong password, an unknown user and an unknown database are denied, and not named', async () => {
    const user =
      'PostgreSQL refuses this user: check the name, password and rights of DATABASE_URL';
    const wrong = [
      [url.replace('tester', 'guest:wr0ng'), user],
      [url.replace('tester', 'nobody:wr0ng'), user],
      [
        url.replace('/mobility', '/elsewhere_db'),
        'there is no database of the name in DATABASE_URL: create it, or correct the name',
      ],
    ] as const;
    for (const [each, message] of wrong)
      expect(await faultOf(openPostgres(each), ['wr0ng', 'guest', 'nobody', 'elsewhere'])).toEqual({
        name: 'StoreFault',
        code: 'denied',
        retryable: false,
        message,
      });
  });

  test('a user without rights is denied', async () => {
    const guest = await openPostgres(url.replace('tester', 'guest:s3cret'), limits);
    expect(await faultOf(guest.query('SELECT seq FROM audit'))).toMatchObject({ code: 'denied' });
    await guest.close();
  });

  test('closing twice is harmless, and after it everything is refused', async () => {
    const other = await openPostgres(url, limits);
    await other.query('SELECT 1');
    const durationMs = await silently(async () => {
      await Promise.all([other.close(), other.close()]);
      await other.close();
    });
    expect(durationMs).toBeLessThan(1000);
    for (const use of [
      () => other.query('SELECT 1'),
      () => other.transaction(async () => undefined),
    ])
      expect(await faultOf(use())).toEqual({
        name: 'StoreFault',
        code: 'closed',
        retryable: false,
        message: 'the state was closed, as it is when the program stops: start the program again',
      });
  });
});
