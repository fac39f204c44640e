import { expect, test } from 'vitest';
import type { Database, Sql } from '#src/edges/store/database.ts';
import { makeMac } from '#src/edges/store/audit-key.ts';
import { makeStore } from '#src/edges/store/make-store.ts';
import { makeStoreFault } from '#src/edges/store/store-fault.ts';
import { ann, by } from '#test/contract/store/scene.ts';

/** A store over a database whose transactions end as `end` says, told how many there were. */
function storeOver(end: (tries: number) => void) {
  let tries = 0;
  let ticks = 0;
  const sql: Sql = { query: async () => [] };
  const database: Database = {
    ...sql,
    engine: 'pglite',
    transaction: async (work) => {
      tries += 1;
      const done = await work(sql);
      end(tries);
      return done;
    },
    session: () => Promise.reject(new Error('no session')),
    close: async () => undefined,
  };
  const store = makeStore({
    database,
    mac: makeMac(new Uint8Array(32)),
    clock: () => new Date((ticks += 1)),
    witness: { see: async () => undefined, last: async () => undefined },
  });
  return { store, countTries: () => tries, countTicks: () => ticks };
}

test('a change that meets another one is made again, with a new time, until it succeeds', async () => {
  const { store, countTries, countTicks } = storeOver((tries) => {
    if (tries < 4) throw makeStoreFault('conflict');
  });
  expect(await store.change(async () => 'made')).toBe('made');
  expect([countTries(), countTicks()]).toEqual([4, 4]);
});

test('a change that meets others for ever is given up after five tries', async () => {
  const { store, countTries } = storeOver(() => {
    throw makeStoreFault('conflict');
  });
  await expect(store.change(async () => 'made')).rejects.toMatchObject({ code: 'conflict' });
  expect(countTries()).toBe(5);
});

test.each(['unreachable', 'timeout', 'diskFull', 'busy', 'broken'] as const)(
  'a change that fails as %s is not made again by itself: nobody may know whether it was kept',
  async (kind) => {
    const { store, countTries } = storeOver(() => {
      throw makeStoreFault(kind);
    });
    await expect(store.change(({ inbox }) => inbox.accept('Ev1', by(ann)))).rejects.toMatchObject({
      code: kind,
    });
    expect(countTries()).toBe(1);
  },
);
