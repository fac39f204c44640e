import { expect, test } from 'vitest';
import { ann, brief, by, describeStore, later, program, start, type World } from './scene.ts';

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

    test('old deliveries are forgotten, and may be accepted again; later ones are not', async () => {
      const accept = (key: string) => scene.store.change(({ inbox }) => inbox.accept(key, by(ann)));
      const forget = (before: Date) =>
        scene.store.change(({ inbox }) => inbox.forget(before, program));
      for (const [key, at] of [
        ['Ev1', 1],
        ['Ev2', 2],
        ['Ev3', 3],
      ] as const) {
        scene.clock.now = later(at);
        await accept(key);
      }
      expect(await forget(later(3))).toBe(2);
      expect((await scene.events()).at(-1)).toEqual({
        at: later(3).toISOString(),
        action: 'delivery.forgotten',
        subject: later(3).toISOString(),
        actor: program.actor,
      });
      expect([await accept('Ev3'), await accept('Ev1'), await accept('Ev2')]).toEqual([
        false,
        true,
        true,
      ]);
      expect((await scene.events()).map(brief)).toEqual([
        ...['Ev1', 'Ev2', 'Ev3'].map((key) => `delivery.accepted ${key}`),
        `delivery.forgotten ${later(3).toISOString()}`,
        ...['Ev1', 'Ev2'].map((key) => `delivery.accepted ${key}`),
      ]);
    });

    test('where nothing is old enough nothing is forgotten, nor recorded', async () => {
      await scene.store.change(({ inbox }) => inbox.accept('Ev1', by(ann)));
      const forgotten = await scene.store.change(({ inbox }) => inbox.forget(start, program));
      expect(forgotten).toBe(0);
      expect(await scene.events()).toHaveLength(1);
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
      await scene.store.change(({ answers }) =>
        answers.record('interaction.refused', 'q3', { ...by(ann), reason: 'forged' }),
      );
      const [first, second, third] = await scene.events();
      expect(first).toEqual({
        ...context,
        at: start.toISOString(),
        action: 'answer.given',
        subject: 'q1',
      });
      expect(second && brief(second)).toBe('answer.refused q2');
      expect(third).toMatchObject({
        action: 'interaction.refused',
        subject: 'q3',
        reason: 'forged',
      });
    });
  });
}
