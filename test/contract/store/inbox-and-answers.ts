import { expect, test } from 'vitest';
import { ann, brief, by, describeStore, start, type World } from './scene.ts';

const odd = [
  `it's "quoted"; DROP TABLE inbox; --`,
  String.raw`\x00 $1 %s \' E'\n'`,
  'line\nline\ttab',
  '🚌🏴󠁧󠁢󠁷󠁬󠁳󠁿 ﷽',
  '\u202Eright to left\u202C עברית',
  'é é',
  ' ',
  '',
  'k'.repeat(2000),
];

/** Deliveries come once; answers are recorded. */
export function testInboxAndAnswers(world: World): void {
  describeStore(world, 'the inbox', (scene) => {
    test('a delivery is accepted once, and recorded once', async () => {
      const accept = () => scene.store.change(({ inbox }) => inbox.accept('Ev1', by(ann)));
      expect([await accept(), await accept()]).toEqual([true, false]);
      expect(await scene.events()).toEqual([
        {
          at: start.toISOString(),
          action: 'delivery.accepted',
          subject: 'Ev1',
          actor: { kind: 'person', id: ann },
        },
      ]);
    });

    test.each(odd)('a key of any characters is kept as it is: %j', async (key) => {
      const accept = () => scene.store.change(({ inbox }) => inbox.accept(key, by(ann)));
      expect([await accept(), await accept()]).toEqual([true, false]);
      expect((await scene.events()).map(({ subject }) => subject)).toEqual([key]);
    });

    test('a key with a zero character is refused, and nothing is kept', async () => {
      await expect(
        scene.store.change(({ inbox }) => inbox.accept('a\0b', by(ann))),
      ).rejects.toMatchObject({ name: 'StoreFault', code: 'broken', retryable: false });
      expect(await scene.events()).toEqual([]);
    });
  });

  describeStore(world, 'an answer', (scene) => {
    test('is recorded with all that is known of it', async () => {
      const context = {
        ...by(ann),
        channel: {
          id: 'C01',
          audience: { kind: 'private', members: 12, guests: 1, isShared: false },
        },
        ask: 'trend region:London',
        decision: 'answered',
        release: 'uk-2026w09-1',
        cells: 'ab'.repeat(32),
        message: { channel: 'C01', ts: '1770000000.000100' },
        latencyMs: 1234,
        bytes: 45_678,
        reason: 'it’s "so" \0 🚌',
      } as const;
      await scene.store.change(({ answers }) => answers.record('answer.given', 'q1', context));
      await scene.store.change(({ answers }) => answers.record('answer.refused', 'q2', by(ann)));
      const [first, second] = await scene.events();
      expect(first).toEqual({
        ...context,
        at: start.toISOString(),
        action: 'answer.given',
        subject: 'q1',
      });
      expect(second && brief(second)).toBe('answer.refused q2');
    });
  });
}
