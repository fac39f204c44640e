import { expect, test } from 'vitest';
import { bringTo } from './bring-to.ts';
import { ann, by, describeStore, later, message, type World } from './scene.ts';

/** What was posted is found again: by its place, or by its kind and age. */
export function testPosted(world: World): void {
  describeStore(world, 'posted messages', (scene) => {
    test('are found by where they were posted', async () => {
      const { messages } = scene.store;
      await bringTo(scene.store, 'posted', { key: 'a', ts: '1.1', file: 'F1', content: [1] });
      await bringTo(scene.store, 'posted', { key: 'b', ts: '1.1', channel: 'C02' });
      await bringTo(scene.store, 'posted', { key: 'c', ts: '1.2' });
      await bringTo(scene.store, 'unknown', { key: 'd' });
      const keyAt = async (channel: string, ts: string) =>
        (await messages.postedAt(channel, ts))?.key;
      expect(await messages.postedAt('C01', '1.1')).toEqual(await messages.find('a'));
      expect(await messages.postedAt('C01', '1.1')).toMatchObject({ file: 'F1', content: [1] });
      expect([await keyAt('C02', '1.1'), await keyAt('C01', '1.2')]).toEqual(['b', 'c']);
      expect([await keyAt('C02', '1.2'), await keyAt('C01', '')]).toEqual([undefined, undefined]);
    });

    test('are found as the last of their thread', async () => {
      const { messages } = scene.store;
      const under = (thread: string) => ({ body: { thread } });
      await bringTo(scene.store, 'posted', { key: 'first', ts: '1.1' });
      await bringTo(scene.store, 'posted', { key: 'second', ts: '1.2', ...under('1.1') });
      await bringTo(scene.store, 'posted', { key: 'third', ts: '1.3', ...under('1.1') });
      const notice = { key: 'notice', ts: '1.4', kind: 'notice', ...under('1.1') } as const;
      await bringTo(scene.store, 'posted', notice);
      await bringTo(scene.store, 'unknown', { key: 'unknown', ...under('1.1') });
      await bringTo(scene.store, 'posted', { key: 'alone', ts: '2.1' });
      await bringTo(scene.store, 'posted', {
        key: 'far',
        ts: '1.5',
        channel: 'C02',
        ...under('1.1'),
      });
      await bringTo(scene.store, 'posted', { key: 'reply', ts: '3.2', ...under('3.1') });
      const lastIn = async (channel: string, ts: string) =>
        (await messages.lastIn(channel, ts))?.key;
      expect([await lastIn('C01', '1.1'), await lastIn('C01', '2.1')]).toEqual(['third', 'alone']);
      expect([await lastIn('C02', '1.1'), await lastIn('C01', '3.1')]).toEqual(['far', 'reply']);
      expect([await lastIn('C01', '9.9'), await lastIn('C09', '1.1')]).toEqual([
        undefined,
        undefined,
      ]);
      expect(await messages.lastIn('C01', '1.1')).toEqual(await messages.find('third'));
    });

    test('are not among the answers that wait, which are counted by owner and channel', async () => {
      const { store } = scene;
      const put = (key: string, part: Parameters<typeof message>[1] = {}) =>
        store.change(({ outbox }) => outbox.put(message(key, part), by(ann)));
      expect(await store.messages.waiting({ owner: 'U01', channel: 'C01' })).toEqual({
        all: 0,
        ofOwner: 0,
        inChannel: 0,
      });
      await bringTo(store, 'posted', { key: 'posted' });
      await bringTo(store, 'claimed', { key: 'claimed' });
      await put('queued', { owner: 'U09', channel: 'C09' });
      await put('theirs', { owner: 'U09' });
      await put('notice', { kind: 'notice', owner: 'U09', channel: 'C09' });
      const { channel, owner } = message('claimed');
      expect(await store.messages.waiting({ owner, channel })).toEqual({
        all: 3,
        ofOwner: 1,
        inChannel: 2,
      });
      expect(await store.messages.waiting({ owner: 'U09', channel: 'C09' })).toEqual({
        all: 3,
        ofOwner: 2,
        inChannel: 1,
      });
    });

    test('are listed by kind, newest first, none put at the time or before, at most so many', async () => {
      const { messages } = scene.store;
      for (const [key, at] of [
        ['b', 2],
        ['a', 1],
        ['d', 3],
        ['c', 3],
      ] as const) {
        scene.clock.now = later(at);
        await bringTo(scene.store, 'posted', { key, due: later(0) });
      }
      await bringTo(scene.store, 'posted', { key: 'digest', kind: 'digest' });
      await bringTo(scene.store, 'unknown', { key: 'unknown' });
      await scene.store.change(({ outbox }) => outbox.put(message('queued'), by(ann)));
      const posted = async (...parts: Parameters<typeof scene.store.messages.posted>) =>
        (await messages.posted(...parts)).map(({ key }) => key);
      expect(await posted('answer', later(0), 9)).toEqual(['c', 'd', 'b', 'a']);
      expect(await posted('answer', later(1), 9)).toEqual(['c', 'd', 'b']);
      expect(await posted('answer', later(0), 2)).toEqual(['c', 'd']);
      expect(await posted('digest', later(0), 9)).toEqual(['digest']);
      expect(await posted('notice', later(0), 9)).toEqual([]);
      expect(await messages.posted('digest', later(0), 1)).toEqual([await messages.find('digest')]);
    });
  });
}
