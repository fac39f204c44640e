import { expect, test } from 'vitest';
import type { ReleaseDescription } from '#src/state/release-record.ts';
import { ann, brief, by, describeStore, later, release, start, type World } from './scene.ts';

/** One release answers, and its life is recorded. */
export function testReleases(world: World): void {
  describeStore(world, 'releases', (scene) => {
    const stage = (description: ReleaseDescription) =>
      scene.store.change(({ releases }) => releases.stage(description, by(ann)));
    const goLive = (name: string, fingerprint = `print of ${name}`) =>
      scene.store.change(({ releases }) => releases.goLive(name, fingerprint, by(ann)));
    const withdraw = (name: string) =>
      scene.store.change(({ releases }) =>
        releases.withdraw(name, by(ann, { reason: 'a wrong boundary' })),
      );
    const actions = async () => (await scene.events()).map(brief);
    const states = async () =>
      Object.fromEntries(
        (await scene.store.releases.list()).map(({ name, state }) => [name, state]),
      );

    test('a release is staged, goes live, gives way to the next, and comes back', async () => {
      expect(await stage(release('a'))).toBe(true);
      expect(await scene.store.releases.live()).toBeUndefined();
      expect(await goLive('a')).toBe(true);
      scene.clock.now = later(5);
      await stage(release('b'));
      expect(await goLive('b')).toBe(true);
      expect(await scene.store.releases.list()).toEqual([
        {
          ...release('b'),
          state: 'live',
          stagedAt: later(5),
          liveAt: later(5),
          endedAt: undefined,
          reason: undefined,
        },
        {
          ...release('a'),
          state: 'superseded',
          stagedAt: start,
          liveAt: start,
          endedAt: later(5),
          reason: undefined,
        },
      ]);
      expect(await goLive('a')).toBe(true);
      expect((await scene.store.releases.live())?.name).toBe('a');
      expect((await scene.store.releases.live())?.endedAt).toBeUndefined();
      expect(await actions()).toEqual([
        'release.staged a',
        'release.live a',
        'release.staged b',
        'release.superseded a',
        'release.live b',
        'release.superseded b',
        'release.live a',
      ]);
      expect((await scene.events())[0]?.release).toBe('id of a');
    });

    test('staging again changes what is staged, and only that', async () => {
      await stage(release('a'));
      expect(await stage(release('a'))).toBe(false);
      scene.clock.now = later(5);
      const changed = release('a', {
        fingerprint: 'new',
        releaseId: 'id 2',
        dataset: 'other',
        lastDay: '2026-03-01',
        policyHash: 'beef',
        synthetic: false,
      });
      expect(await stage(changed)).toBe(true);
      expect((await scene.store.releases.list())[0]).toMatchObject({
        ...changed,
        stagedAt: later(5),
      });
      expect(await goLive('a')).toBe(false);
      expect(await goLive('a', 'new')).toBe(true);
      expect(await stage(release('a'))).toBe(false);
      expect(await actions()).toEqual(['release.staged a', 'release.changed a', 'release.live a']);
    });

    test('what may not go live leaves everything as it was', async () => {
      await stage(release('a'));
      await goLive('a');
      await stage(release('b'));
      const before = await actions();
      expect(await goLive('a')).toBe(false);
      expect(await goLive('b', 'another')).toBe(false);
      expect(await goLive('none')).toBe(false);
      expect(await states()).toEqual({ a: 'live', b: 'staged' });
      expect(await actions()).toEqual(before);
    });

    test('a withdrawn release never answers again', async () => {
      await stage(release('a'));
      await goLive('a');
      scene.clock.now = later(5);
      expect([await withdraw('a'), await withdraw('a'), await withdraw('none')]).toEqual([
        true,
        false,
        false,
      ]);
      expect(await scene.store.releases.live()).toBeUndefined();
      expect(await scene.store.releases.list()).toMatchObject([
        { state: 'withdrawn', endedAt: later(5), reason: 'a wrong boundary' },
      ]);
      expect(await goLive('a')).toBe(false);
      expect(await stage(release('a', { fingerprint: 'new' }))).toBe(false);
      expect((await scene.events()).at(-1)).toMatchObject({
        action: 'release.withdrawn',
        reason: 'a wrong boundary',
      });
    });

    test('the audit names the content that was staged, changed and made live', async () => {
      await stage(release('a', { fingerprint: 'f1' }));
      await stage(release('a', { fingerprint: 'f2' }));
      await goLive('a', 'f2');
      const contents = (await scene.events()).map(({ action, content }) => `${action} ${content}`);
      expect(contents).toEqual(['release.staged f1', 'release.changed f2', 'release.live f2']);
    });

    test('releases are listed from the newest, those of one moment by name', async () => {
      await stage(release('a'));
      await stage(release('c'));
      await stage(release('b'));
      scene.clock.now = later(1);
      await stage(release('_'));
      expect((await scene.store.releases.list()).map(({ name }) => name)).toEqual([
        '_',
        'c',
        'b',
        'a',
      ]);
    });
  });
}
