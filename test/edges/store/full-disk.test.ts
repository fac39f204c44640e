import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import type { Store } from '#src/state/store.ts';
import { ann, by, message } from '#test/contract/store/scene.ts';
import { checkAudit } from '#test/support/check-audit.ts';
import { faultOf } from '#test/support/fault-of.ts';
import { mayMount, mountSmallDisk, type SmallDisk } from '#test/support/small-disk.ts';

const mb = 2 ** 20;
const diskFull = {
  name: 'StoreFault',
  code: 'diskFull',
  retryable: true,
  message:
    'the disk of the state is full or nearly so: make at least 200 MB of room and try again; nothing was lost',
};

describe.skipIf(!mayMount())('a full disk, where this user may mount one', () => {
  let disk: SmallDisk;
  const printed: unknown[] = [];

  beforeEach(() => {
    disk = mountSmallDisk(320 * mb);
    printed.length = 0;
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(text) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    disk.remove();
    expect(printed).toEqual([]);
  });

  const place = () => ({
    home: join(disk.folder, 'home'),
    databaseUrl: undefined,
    auditKeyFile: undefined,
  });
  const open = () => openStore(place(), () => new Date());
  const put = (store: Store, key: string) =>
    store.change(({ outbox }) =>
      outbox.put(message(key, { body: randomBytes(200_000).toString('hex') }), by(ann)),
    );

  test.each([0, 20 * mb, 100 * mb])(
    'before the first start is told, and leaves no half of a database: %d bytes free',
    async (freeBytes) => {
      disk.fill(freeBytes);
      expect(await faultOf(open())).toEqual(diskFull);
      disk.makeRoom();
      const store = await open();
      expect(await put(store, 'first')).toBe(true);
      await store.close();
      expect(readdirSync(join(place().home, 'state')).toSorted()).toEqual([
        'audit.key',
        'postgres',
        'store.lock',
      ]);
    },
  );

  test('while it runs is told, reading goes on, and after room is made so does writing', async () => {
    const store = await open();
    await put(store, 'before');
    disk.fill(60 * mb);
    let kept = 0;
    const fault = await faultOf(
      (async () => {
        for (;;) {
          await put(store, `m${kept}`);
          kept += 1;
        }
      })(),
    );
    expect(fault).toEqual(diskFull);
    expect(await store.messages.count()).toMatchObject({ queued: kept + 1 });
    await expect(faultOf(put(store, 'again'))).resolves.toEqual(diskFull);
    disk.makeRoom();
    expect(await put(store, 'again')).toBe(true);
    await checkAudit(store, place().home);
    await store.close();
  });

  test('lets the store be closed, is told at the next start, and nothing is lost', async () => {
    const store = await open();
    await put(store, 'before');
    disk.fill(0);
    expect(await faultOf(put(store, 'meanwhile'))).toEqual(diskFull);
    await store.close();
    expect(await faultOf(open())).toEqual(diskFull);
    disk.makeRoom();
    const next = await open();
    expect(await next.messages.count()).toMatchObject({ queued: 1 });
    expect(await checkAudit(next, place().home)).toBe(1);
    await next.close();
  });

  test('that fills up inside a change breaks the change off, and the next one works', async () => {
    const store = await open();
    const broken = store.change(async ({ outbox }) => {
      disk.fill(0);
      for (let at = 0; at < 40; at += 1)
        await outbox.put(
          message(`m${at}`, { body: randomBytes(200_000).toString('hex') }),
          by(ann),
        );
    });
    expect(await faultOf(broken)).toEqual(diskFull);
    disk.makeRoom();
    expect(await store.messages.count()).toMatchObject({ queued: 0 });
    expect(await put(store, 'after')).toBe(true);
    await store.close();
  });

  test('as the log needs a new file stops the database, not the program; the next start finds everything', async () => {
    const store = await open();
    for (const key of ['a', 'b', 'c']) await put(store, key);
    await store.close();
    const database = await openPglite(join(place().home, 'state'));
    // Past the look at the disk that comes before every change: it fills up at the worst of moments.
    disk.fill(0);
    const writeLog = async () => {
      for (let at = 0; at < 1000; at += 1)
        await database.pglite.query(
          `SELECT pg_logical_emit_message(true, 'x', repeat('x', 50000))`,
        );
    };
    const stopped = {
      name: 'StoreFault',
      code: 'stopped',
      retryable: false,
      message:
        'the embedded database has stopped, as it does on a full disk: make room if there is none, and start the program again; nothing was lost',
    };
    expect(await faultOf(writeLog())).toEqual(stopped);
    disk.makeRoom();
    for (const use of [
      () => database.query('SELECT 1'),
      () => database.transaction((sql) => sql.query('SELECT 1')),
      () => database.session((session) => session.query('SELECT 1')),
    ])
      expect(await faultOf(use())).toEqual(stopped);
    await database.close();
    const next = await open();
    expect(await next.messages.count()).toMatchObject({ queued: 3 });
    expect(await checkAudit(next, place().home)).toBe(3);
    expect(await next.change(({ inbox }) => inbox.accept('0', by(ann)))).toBe(true);
    await next.close();
  });
});
