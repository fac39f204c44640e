import { expect, test } from 'vitest';
import type { Claim } from '#src/state/message.ts';
import type { OutboxChange } from '#src/state/store.ts';
import { bringTo, leaseMs } from './bring-to.ts';
import { ann, by, describeStore, later, program, type World } from './scene.ts';

/** What was posted is kept with its message. */
export function testContents(world: World): void {
  describeStore(world, 'the content of a message', (scene) => {
    const change = <T>(work: (outbox: OutboxChange) => Promise<T>): Promise<T> =>
      scene.store.change(({ outbox }) => work(outbox));
    const begin = (held: Claim, content?: unknown) =>
      change((outbox) => outbox.begin(held, content, program));
    const contentOf = async () => (await scene.store.messages.find('m'))?.content;

    test.each([
      ['an object', { text: 'aé🚌\0"\\', rows: [[1, null], []] }],
      ['a megabyte', { text: 'x'.repeat(1_000_000) }],
      ['nothing, in JSON', null],
      ['a text', '{"a":1}'],
    ])('comes back as it was begun, from a claim too: %s', async (_, content) => {
      const held = await bringTo(scene.store, 'claimed');
      expect(await begin(held, content)).toBe(true);
      expect(await contentOf()).toEqual(content);
      scene.clock.now = later(leaseMs + 1);
      const [taken] = [await change((outbox) => outbox.claim({ leaseMs }, program))];
      expect(taken?.content).toEqual(content);
    });

    test('is none before the begin, and stays through the end', async () => {
      await bringTo(scene.store, 'claimed');
      expect(await contentOf()).toBeUndefined();
      await bringTo(scene.store, 'posted', { key: 'other', content: { a: 1 } });
      expect(await scene.store.messages.find('other')).toMatchObject({
        state: 'posted',
        content: { a: 1 },
      });
    });

    test('is the one that was begun last, even if that had none', async () => {
      const first = await bringTo(scene.store, 'unknown', { content: { a: 1 } });
      await change((outbox) => outbox.resend('m', by(ann)));
      const again = async (content: unknown) => {
        const held = await change((outbox) => outbox.claim({ leaseMs }, program));
        if (held === undefined) throw new Error('there was nothing to claim');
        expect(await begin(held, content)).toBe(true);
        await change((outbox) => outbox.delay(held, later(0), program));
        return contentOf();
      };
      expect(await again({ b: 2 })).toEqual({ b: 2 });
      expect(await begin(first, { c: 3 })).toBe(false);
      expect(await contentOf()).toEqual({ b: 2 });
      expect(await again(undefined)).toBeUndefined();
    });

    test('of a worker that does not hold the message is not kept', async () => {
      const slow = await bringTo(scene.store, 'claimed');
      scene.clock.now = later(leaseMs + 1);
      await change((outbox) => outbox.claim({ leaseMs }, program));
      expect(await begin(slow, { a: 1 })).toBe(false);
      expect(await contentOf()).toBeUndefined();
    });
  });
}
