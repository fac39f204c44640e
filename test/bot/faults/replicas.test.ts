import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runOffice, usualPace, type RunningOffice } from '#src/bot/run-office.ts';
import { Fault } from '#src/fault.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import type { Slack } from '#src/slack-port.ts';
import type { Store } from '#src/state/store.ts';
import { findPostgres, startPostgres, type PostgresServer } from '#test/support/postgres-server.ts';
import { rest } from '../after.ts';
import { openScene, type Scene } from '../open-scene.ts';
import { seat, type Seat } from '../seat.ts';
import { waitFor } from '../wait-for.ts';
import { wordsOfLoss } from './other-losses.ts';

const withinMs = 60_000;

describe.skipIf(findPostgres() === undefined)('on one PostgreSQL, which must be installed', () => {
  let server: PostgresServer;
  let home: string;
  let count = 0;
  let stores: Store[];
  let scene: Scene;
  const openShared = async (databaseUrl: string): Promise<Store> => {
    const auditKeyFile = join(home, 'audit.key');
    const store = await openStore({ home, databaseUrl, auditKeyFile }, () => new Date());
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    server = await startPostgres();
  }, withinMs);
  afterAll(() => server.stop());
  let databaseUrl: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'mobility-replicas-'));
    await writeFile(join(home, 'audit.key'), `${'0a'.repeat(32)}\n`, { mode: 0o600 });
    stores = [];
    count += 1;
    databaseUrl = await server.database(`replicas${count}`);
    scene = await openScene({
      parts: { store: await openShared(databaseUrl) },
      pace: { apartMs: usualPace.apartMs },
    });
  }, withinMs);
  afterEach(async () => {
    await scene.close();
    await Promise.all(stores.map((store) => store.close()));
    await rm(home, { recursive: true, force: true });
  });
  const ask = (at: Seat, text: string) => scene.fake.command({ ...at, text });
  const { length: people } = Array.from({ length: 12 });

  test(
    'two programs share the work, and one that is stopped leaves the rest to the other',
    async () => {
      let posts = 0;
      const slack: Slack = {
        ...scene.parts.slack,
        post: (...args) => {
          posts += 1;
          return scene.parts.slack.post(...args);
        },
      };
      const store = await openShared(databaseUrl);
      const pace = { ...usualPace, idleMs: 50 };
      const other: RunningOffice = runOffice(
        { ...scene.parts, store, slack },
        scene.parts.report,
        pace,
      );
      const seats = Array.from({ length: people }, () => seat(scene));
      for (const at of seats) await ask(at, 'region:Alderton');
      await waitFor(() => (posts > 2 ? true : undefined), withinMs);
      await other.stop();
      const handed = posts;
      const answers = () => seats.map(({ channel }) => scene.fake.messages(channel).length);
      await waitFor(() => (answers().every((each) => each > 0) ? true : undefined), withinMs);
      await rest({ store });
      expect(answers()).toEqual(seats.map(() => 1));
      expect(posts).toBe(handed);
      expect(posts).toBeLessThan(people);
      expect(scene.fake.orphans()).toEqual([]);
    },
    3 * withinMs,
  );

  test(
    'while it is down people are told at once; what waited is answered once it is back',
    async () => {
      const [first, second] = [seat(scene), seat(scene)];
      await ask(first, 'region:Alderton show:table');
      await waitFor(() => scene.fake.messages(first.channel)[0], withinMs);
      await ask(first, 'region:Birchwick show:table');
      const { messages } = scene.parts.store;
      // It was taken, and waits: a channel gets a message a second.
      while ((await messages.count()).queued === 0);
      await server.crash();
      await ask(second, 'region:Alderton');
      const told = await waitFor(() => scene.fake.ephemerals(second.user)[0], withinMs);
      expect(told.text.replaceAll('\n', ' ')).toBe(wordsOfLoss('noState'));
      // Each worker has come to know it.
      const faults = () => scene.reports.filter((each) => each instanceof Fault).length;
      await waitFor(() => (faults() > usualPace.workers ? true : undefined), withinMs);
      await server.start();
      await waitFor(() => scene.fake.messages(first.channel)[1], withinMs);
      await ask(second, 'region:Alderton');
      await waitFor(() => scene.fake.messages(second.channel)[0], withinMs);
      await rest(scene.parts);
      expect(scene.fake.messages(first.channel)).toHaveLength(2);
      expect(scene.fake.messages(second.channel)).toHaveLength(1);
    },
    3 * withinMs,
  );
});
