import { expect, test } from 'vitest';
import type { Claim } from '#src/state/message.ts';
import type { OutboxChange } from '#src/state/store.ts';
import { bringTo, leaseMs } from './bring-to.ts';
import { ann, brief, by, describeStore, later, program, type World } from './scene.ts';

/** A file that may be in Slack is named by its message until it is deleted there. */
export function testFiles(world: World): void {
  describeStore(world, 'the file of a message', (scene) => {
    const change = <T>(work: (outbox: OutboxChange) => Promise<T>): Promise<T> =>
      scene.store.change(({ outbox }) => work(outbox));
    const keep = (held: Claim, file: string) =>
      change((outbox) => outbox.keepFile(held, file, program));
    const drop = (file: string, key = 'm') =>
      change((outbox) => outbox.dropFile(key, file, program));
    const claim = async (): Promise<Claim> => {
      const held = await change((outbox) => outbox.claim({ leaseMs }, program));
      if (held === undefined) throw new Error('there was nothing to claim');
      return held;
    };
    const fileOf = async (key = 'm') => (await scene.store.messages.find(key))?.file;
    const leftFiles = async (limit: number, lostBefore: Date) =>
      (await scene.store.messages.leftFiles(lostBefore, limit)).map(
        ({ key, file }) => `${key} ${file}`,
      );
    const actions = async () => (await scene.events()).map(brief);

    test('is kept while the message is in hand, and recorded once, however often it is kept', async () => {
      const held = await bringTo(scene.store, 'claimed');
      expect(held.file).toBeUndefined();
      expect([await keep(held, 'F1'), await keep(held, 'F1')]).toEqual([true, true]);
      expect(await fileOf()).toBe('F1');
      expect(await actions()).toEqual([
        'message.queued m',
        'message.claimed m',
        'message.uploading m',
      ]);
      expect((await scene.events()).at(-1)?.actor).toEqual(program.actor);
    });

    test.each(['posting', 'posted', 'refused', 'unknown'] as const)(
      'is not entered for a message that is %s',
      async (state) => {
        const held = await bringTo(scene.store, state);
        const before = await actions();
        expect(await keep(held, 'F1')).toBe(false);
        expect(await fileOf()).toBeUndefined();
        expect(await actions()).toEqual(before);
      },
    );

    test('is not entered for a message that waits again', async () => {
      const held = await bringTo(scene.store, 'claimed');
      await change((outbox) => outbox.delay(held, later(0), program));
      expect(await keep(held, 'F1')).toBe(false);
      expect(await fileOf()).toBeUndefined();
    });

    test('is entered until the lease has run out, to the millisecond', async () => {
      const held = await bringTo(scene.store, 'claimed');
      scene.clock.now = later(leaseMs);
      expect(await keep(held, 'F1')).toBe(true);
      scene.clock.now = later(leaseMs + 1);
      expect(await keep(held, 'F1')).toBe(false);
      await drop('F1');
      expect(await keep(held, 'F1')).toBe(false);
      expect(await fileOf()).toBeUndefined();
    });

    test('is not another worker’s to enter, nor to keep', async () => {
      const slow = await bringTo(scene.store, 'claimed', { file: 'F1' });
      scene.clock.now = later(leaseMs + 1);
      const next = await claim();
      // As if the slow one’s clock were behind.
      scene.clock.now = later(leaseMs);
      expect(await keep(slow, 'F1')).toBe(false);
      await drop('F1');
      expect(await keep(slow, 'F2')).toBe(false);
      expect(await keep(next, 'F3')).toBe(true);
      expect(await keep(slow, 'F3')).toBe(false);
      expect(await fileOf()).toBe('F3');
    });

    test('is not replaced by another one until it is dropped', async () => {
      const held = await bringTo(scene.store, 'claimed', { file: 'F1' });
      expect(await keep(held, 'F2')).toBe(false);
      expect(await fileOf()).toBe('F1');
      expect(await drop('F1')).toBe(true);
      expect(await keep(held, 'F2')).toBe(true);
      expect(await fileOf()).toBe('F2');
      expect((await actions()).slice(2)).toEqual([
        'message.uploading m',
        'message.fileDeleted m',
        'message.uploading m',
      ]);
    });

    test('is dropped once, under its own name and its own message, and recorded', async () => {
      await bringTo(scene.store, 'claimed', { file: 'F1' });
      await bringTo(scene.store, 'claimed', { key: 'other', file: 'F2' });
      const before = await actions();
      expect([await drop('F2'), await drop('F1', 'other'), await drop('F1', 'none')]).toEqual([
        false,
        false,
        false,
      ]);
      expect([await fileOf(), await fileOf('other')]).toEqual(['F1', 'F2']);
      expect(await actions()).toEqual(before);
      expect([await drop('F1'), await drop('F1')]).toEqual([true, false]);
      expect([await fileOf(), await fileOf('other')]).toEqual([undefined, 'F2']);
      expect((await actions()).slice(before.length)).toEqual(['message.fileDeleted m']);
    });

    test.each(['claimed', 'posting', 'posted', 'refused', 'unknown'] as const)(
      'of a message that is %s is named, and can be dropped',
      async (state) => {
        await bringTo(scene.store, state, { file: 'F1' });
        expect(await fileOf()).toBe('F1');
        expect(await drop('F1')).toBe(true);
        expect(await scene.store.messages.find('m')).toMatchObject({ state, file: undefined });
      },
    );

    test.each(['claimed', 'posting'] as const)(
      'is known to the worker that takes over a message that was %s',
      async (state) => {
        await bringTo(scene.store, state, { file: 'F1' });
        scene.clock.now = later(leaseMs + 1);
        expect(await claim()).toMatchObject({ found: state, file: 'F1' });
        expect(await fileOf()).toBe('F1');
      },
    );

    test.each(['unknown', 'refused'] as const)(
      'is known to the worker that takes a message that was %s and is sent again',
      async (state) => {
        await bringTo(scene.store, state, { file: 'F1' });
        await change((outbox) => outbox.resend('m', by(ann)));
        expect(await claim()).toMatchObject({ found: 'queued', file: 'F1' });
      },
    );

    test('is known to the worker that takes a delayed message', async () => {
      const held = await bringTo(scene.store, 'posting', { file: 'F1' });
      await change((outbox) => outbox.delay(held, later(0), program));
      expect(await claim()).toMatchObject({ found: 'queued', file: 'F1' });
    });

    test('is left where the message will never be posted: the sweep finds it until it is dropped', async () => {
      for (const state of ['unknown', 'posted', 'posting', 'claimed'] as const)
        await bringTo(scene.store, state, { key: state, file: `F ${state}` });
      await bringTo(scene.store, 'refused', { key: 'without' });
      await bringTo(scene.store, 'refused', { key: 'sent again', file: 'F6' });
      await change((outbox) => outbox.resend('sent again', by(ann)));
      await change((outbox) => outbox.claim({ leaseMs }, program));
      await bringTo(scene.store, 'refused', { key: 'b', file: 'F8' });
      await bringTo(scene.store, 'refused', { key: 'a', file: 'F7' });
      await bringTo(scene.store, 'refused', { key: 'c', file: 'F9' });
      const left = (limit: number) => leftFiles(limit, scene.clock.now);
      expect(await left(9)).toEqual(['a F7', 'b F8', 'c F9']);
      expect(await left(2)).toEqual(['a F7', 'b F8']);
      await drop('F7', 'a');
      expect(await left(9)).toEqual(['b F8', 'c F9']);
      expect((await scene.store.messages.leftFiles(scene.clock.now, 1))[0]).toEqual(
        await scene.store.messages.find('b'),
      );
    });

    test('is left where nobody could tell, before a time, whether the message was posted', async () => {
      for (const [index, key] of ['c', 'a', 'b'].entries()) {
        scene.clock.now = later(index);
        await bringTo(scene.store, 'unknown', { key, file: `F ${key}` });
      }
      expect(await leftFiles(9, later(0))).toEqual([]);
      expect(await leftFiles(9, later(1))).toEqual(['c F c']);
      expect(await leftFiles(9, later(3))).toEqual(['a F a', 'b F b', 'c F c']);
      await bringTo(scene.store, 'refused', { key: 'refused', file: 'F0' });
      await change((outbox) => outbox.find('a', '17.0009', program));
      await change((outbox) => outbox.resend('b', by(ann)));
      expect(await leftFiles(9, later(3))).toEqual(['c F c', 'refused F0']);
    });
  });
}
