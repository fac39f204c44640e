import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterEditions } from '#src/release/lifecycle/enter-editions.ts';
import { makeLive } from '#src/release/lifecycle/make-live.ts';
import { withdraw } from '#src/release/lifecycle/withdraw.ts';
import { findPostgres, startPostgres, type PostgresServer } from '#test/support/postgres-server.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { approve, by, openScene, someEdition, type Scene } from './scene.ts';

describe.skipIf(findPostgres() === undefined)(
  'two that share one PostgreSQL (which this needs)',
  () => {
    let server: PostgresServer;
    let one: Scene;
    let other: Scene;

    beforeAll(async () => {
      server = await startPostgres();
      const url = await server.database('lifecycle');
      const home = ownFolder();
      one = await openScene(home, url);
      const second = await openScene(home, url);
      // They share the folder of releases too.
      other = { ...second, keeper: one.keeper };
    }, 60_000);

    afterAll(async () => {
      await one.store.close();
      await other.store.close();
      await server.stop();
    });

    /** Two approved editions that both know. */
    async function twoApproved() {
      const editions = [someEdition(), someEdition()] as const;
      for (const edition of editions) one.keeper.editions.set(edition.name, edition);
      await Promise.all([enterEditions(one), enterEditions(other)]);
      for (const edition of editions) await approve(one, edition);
      return editions;
    }

    test('enter the same editions once', async () => {
      await one.events();
      const editions = await twoApproved();
      const staged = (await one.events()).filter(({ action }) => action === 'release.staged');
      expect(staged.map(({ subject }) => subject).toSorted()).toEqual(
        editions.map(({ name }) => name),
      );
    });

    test('and make a release live at once: one answers, the other was superseded, and the pointer agrees', async () => {
      for (let round = 0; round < 10; round += 1) {
        const [mine, yours] = await twoApproved();
        await Promise.all([
          makeLive(one, await one.record(mine.name), by('bea')),
          makeLive(other, await other.record(yours.name), by('carl')),
        ]);
        const states = [(await one.record(mine.name)).state, (await one.record(yours.name)).state];
        expect(states.toSorted()).toEqual(['live', 'superseded']);
        expect(one.keeper.pointer).toBe((await one.store.releases.live())?.name);
      }
    });

    test('and withdraw what the other makes live: whatever comes first, what was withdrawn does not answer', async () => {
      for (let round = 0; round < 10; round += 1) {
        const [edition] = await twoApproved();
        const record = await one.record(edition.name);
        const outcomes = await Promise.allSettled([
          makeLive(one, record, by('bea')),
          withdraw(other, record, { ...by('carl'), reason: 'wrong' }),
        ]);
        expect(outcomes[1].status).toBe('fulfilled');
        expect((await one.record(edition.name)).state).toBe('withdrawn');
        expect(one.keeper.pointer).not.toBe(edition.name);
      }
    });
  },
);
