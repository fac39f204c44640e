import { expect, test } from 'vitest';
import type { AuditContext } from '#src/state/audit-event.ts';
import {
  ann,
  ben,
  brief,
  by,
  describeStore,
  later,
  message,
  program,
  release,
  start,
  type World,
} from './scene.ts';

/** A change is kept whole, with its events, or not at all. */
export function testWholeChanges(world: World): void {
  describeStore(world, 'a change', (scene) => {
    test('of several parts is kept as a whole, its events in order and of one time', async () => {
      let ticks = 0;
      const run = scene.store.change(async ({ inbox, outbox, releases, proposals }) => {
        await inbox.accept('Ev1', by(ann));
        await outbox.put(message('m'), by(ann));
        ticks += 1;
        scene.clock.now = later(ticks);
        await proposals.propose({ kind: 'release', id: 'a' }, 'f', by(ben));
        await releases.stage(release('a'), program);
        return 'done';
      });
      expect(await run).toBe('done');
      const events = await scene.events();
      expect(events.map(brief)).toEqual([
        'delivery.accepted Ev1',
        'message.queued m',
        'proposal.made release a',
        'release.staged a',
      ]);
      expect(new Set(events.map(({ at }) => at))).toEqual(new Set([start.toISOString()]));
      expect(scene.marks.map(({ seq }) => seq)).toEqual([4]);
    });

    test('that throws after its writes leaves nothing, and throws what it threw', async () => {
      const thrown = new Error('no more');
      await expect(
        scene.store.change(async ({ inbox, outbox, releases, proposals, answers }) => {
          await inbox.accept('Ev1', by(ann));
          await outbox.put(message('m'), by(ann));
          const held = await outbox.claim({ leaseMs: 1 }, program);
          if (held === undefined) throw new Error('there was nothing to claim');
          expect(await outbox.keepFile(held, 'F1', program)).toBe(true);
          expect(await outbox.begin(held, { text: 'x' }, program)).toBe(true);
          expect(await outbox.dropFile('m', 'F1', program)).toBe(true);
          expect(await inbox.forget(later(1), program)).toBe(1);
          await releases.stage(release('a'), program);
          await releases.goLive('a', 'print of a', program);
          await proposals.propose({ kind: 'digest', id: 'd' }, 'f', by(ben));
          await answers.record('answer.given', 'q', by(ann));
          throw thrown;
        }),
      ).rejects.toBe(thrown);
      expect(await scene.events()).toEqual([]);
      expect(scene.marks).toEqual([]);
      expect(await scene.store.messages.find('m')).toBeUndefined();
      expect(await scene.store.releases.list()).toEqual([]);
      expect(await scene.store.proposals.find({ kind: 'digest', id: 'd' })).toBeUndefined();
      expect(await scene.store.change(({ inbox }) => inbox.accept('Ev1', by(ann)))).toBe(true);
    });

    test('whose audit context cannot be recorded is not kept', async () => {
      const wrong = [
        { ...by(ann), latencyMs: -1 },
        { ...by(ann), cells: 'not a fingerprint' },
        // As from a program that is not type-checked.
        { ...by(ann), text: 'as typed' } as AuditContext,
        {} as AuditContext,
      ];
      for (const audit of wrong)
        await expect(
          scene.store.change(({ outbox }) => outbox.put(message('m'), audit)),
        ).rejects.toBeInstanceOf(Error);
      expect(await scene.store.messages.find('m')).toBeUndefined();
      expect(await scene.events()).toEqual([]);
    });

    test('that changes nothing leaves no event and tells the witness nothing', async () => {
      await scene.store.change(async ({ inbox, outbox, releases }) => {
        await outbox.claim({ leaseMs: 1 }, program);
        await outbox.resend('none', by(ann));
        await outbox.dropFile('none', 'F1', program);
        await inbox.forget(start, program);
        await releases.withdraw('none', by(ann));
      });
      expect(await scene.events()).toEqual([]);
      expect(scene.marks).toEqual([]);
    });

    test('in which a statement failed is not kept, even if it went on', async () => {
      await expect(
        scene.store.change(async ({ inbox }) => {
          await inbox.accept('a\0b', by(ann)).catch(() => false);
          return 'done';
        }),
      ).rejects.toMatchObject({ code: 'broken' });
      await expect(
        scene.store.change(async ({ inbox, answers }) => {
          await inbox.accept('Ev1', by(ann));
          await inbox.accept('a\0b', by(ann)).catch(() => false);
          await answers.record('answer.given', 'q', by(ann));
        }),
      ).rejects.toMatchObject({ code: 'broken' });
      expect(await scene.events()).toEqual([]);
    });

    test('that does not wait for its parts is not kept', async () => {
      let late: Promise<unknown> = Promise.resolve();
      await expect(
        scene.store.change(async ({ inbox }) => {
          late = inbox.accept('Ev1', by(ann)).catch(() => undefined);
        }),
      ).rejects.toThrow('a part of a change was not waited for');
      await late;
      expect(await scene.events()).toEqual([]);
      expect(await scene.store.change(({ inbox }) => inbox.accept('Ev1', by(ann)))).toBe(true);
    });

    test('that is used after its end is refused', async () => {
      const { inbox } = await scene.store.change(async (change) => change);
      await expect(inbox.accept('Ev1', by(ann))).rejects.toThrow('after its end');
      expect(await scene.events()).toEqual([]);
    });

    test('may ask for several things at once', async () => {
      const keys = Array.from({ length: 20 }, (_, at) => `Ev${at}`);
      const accepted = await scene.store.change(({ inbox }) =>
        Promise.all(keys.map((key) => inbox.accept(key, by(ann)))),
      );
      expect(accepted).toEqual(keys.map(() => true));
      expect((await scene.events()).map(({ subject }) => subject)).toEqual(keys);
    });

    test('sees what it has written itself', async () => {
      const claim = await scene.store.change(async ({ outbox }) => {
        await outbox.put(message('m'), by(ann));
        return outbox.claim({ leaseMs: 1 }, program);
      });
      expect(claim?.key).toBe('m');
    });
  });

  describeStore(world, 'the audit', (scene) => {
    test('is read in pieces', async () => {
      for (const key of ['a', 'b', 'c', 'd', 'e'])
        await scene.store.change(({ inbox }) => inbox.accept(key, by(ann)));
      const seqs = async (after: number, limit: number) =>
        (await scene.store.audit.rows(after, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 2)).toEqual([1, 2]);
      expect(await seqs(2, 2)).toEqual([3, 4]);
      expect(await seqs(4, 2)).toEqual([5]);
      expect(await seqs(5, 2)).toEqual([]);
      await scene.events();
    });

    test('tells the witness each new end, as it is then', async () => {
      await scene.store.change(({ inbox }) => inbox.accept('a', by(ann)));
      await scene.store.change(({ inbox }) => inbox.accept('b', by(ann)));
      const rows = await scene.store.audit.rows(0, 10);
      expect(scene.marks).toEqual(rows.map(({ seq, seal }) => ({ seq, seal })));
      expect(await scene.store.audit.witness()).toEqual(scene.marks.at(-1));
    });
  });
}
