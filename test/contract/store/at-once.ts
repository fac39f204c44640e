import { expect, test } from 'vitest';
import {
  ann,
  ben,
  brief,
  by,
  cat,
  describeStore,
  later,
  message,
  person,
  program,
  release,
  type World,
} from './scene.ts';

const times = <T>(count: number, run: (at: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => run(at)));
const countOf = (values: readonly unknown[], wanted: unknown) =>
  values.filter((value) => value === wanted).length;

/** Changes at once come out as changes one after the other. */
export function testAtOnce(world: World): void {
  describeStore(world, 'changes at once', (scene) => {
    test('one delivery of fifty copies is accepted', async () => {
      const accepted = await times(50, () =>
        scene.store.change(({ inbox }) => inbox.accept('Ev1', by(ann))),
      );
      expect(countOf(accepted, true)).toBe(1);
      expect(await scene.events()).toHaveLength(1);
    });

    test('each message goes to one of thirty workers, and none is left over', async () => {
      await scene.store.change(async ({ outbox }) => {
        for (let at = 0; at < 20; at += 1) await outbox.put(message(`m${at}`), by(ann));
      });
      const claims = await times(30, () =>
        scene.store.change(({ outbox }) => outbox.claim({ leaseMs: 1000 }, program)),
      );
      const keys = claims.flatMap((claim) => claim?.key ?? []);
      expect(keys).toHaveLength(20);
      expect(new Set(keys).size).toBe(20);
      expect(await scene.store.messages.count()).toMatchObject({ claimed: 20, queued: 0 });
      expect(await scene.events()).toHaveLength(40);
    });

    test('one of ten workers takes over a message whose lease is over', async () => {
      await scene.store.change(async ({ outbox }) => {
        await outbox.put(message('m'), by(ann));
        await outbox.claim({ leaseMs: 1000 }, program);
      });
      scene.clock.now = later(1001);
      const claims = await times(10, () =>
        scene.store.change(({ outbox }) => outbox.claim({ leaseMs: 1000 }, program)),
      );
      expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    });

    test('one of ten posts of one claim is begun, and one of ten outcomes is kept', async () => {
      const held = await scene.store.change(async ({ outbox }) => {
        await outbox.put(message('m'), by(ann));
        return outbox.claim({ leaseMs: 1000 }, program);
      });
      if (held === undefined) throw new Error('there was nothing to claim');
      const begun = await times(10, () =>
        scene.store.change(({ outbox }) => outbox.begin(held, undefined, program)),
      );
      expect(countOf(begun, true)).toBe(1);
      const settled = await times(10, (at) =>
        scene.store.change(({ outbox }) =>
          at % 2 === 0 ? outbox.confirm(held, `1.${at}`, program) : outbox.refuse(held, program),
        ),
      );
      expect(countOf(settled, true)).toBe(1);
      expect(await scene.events()).toHaveLength(4);
    });

    test('one of ten files is entered for a message, and one of ten drops of it is kept', async () => {
      const held = await scene.store.change(async ({ outbox }) => {
        await outbox.put(message('m'), by(ann));
        return outbox.claim({ leaseMs: 1000 }, program);
      });
      if (held === undefined) throw new Error('there was nothing to claim');
      const kept = await times(10, (at) =>
        scene.store.change(({ outbox }) => outbox.keepFile(held, `F${at}`, program)),
      );
      expect(countOf(kept, true)).toBe(1);
      const file = `F${kept.indexOf(true)}`;
      expect((await scene.store.messages.find('m'))?.file).toBe(file);
      const dropped = await times(10, () =>
        scene.store.change(({ outbox }) => outbox.dropFile('m', file, program)),
      );
      expect(countOf(dropped, true)).toBe(1);
      expect(await scene.events()).toHaveLength(4);
    });

    const digest = { kind: 'digest', id: 'weekly' } as const;
    const policy = { kind: 'policy', id: 'p' } as const;

    test('two people approve at once: both count', async () => {
      await scene.store.change(({ proposals }) => proposals.propose(policy, 'f', by(ann)));
      const judged = await times(2, (at) => {
        const who = at === 0 ? ben : cat;
        return scene.store.change(({ proposals }) =>
          proposals.judge(
            policy,
            { fingerprint: 'f', person: who, verdict: 'approved', reason: undefined },
            by(who),
          ),
        );
      });
      const standings = judged.map((each) => each.kind === 'judged' && each.standing.kind);
      expect(new Set(standings)).toEqual(new Set(['waiting', 'approved']));
      expect((await scene.store.proposals.find(policy))?.standing.kind).toBe('approved');
    });

    test('one person approves twenty times at once: once counts', async () => {
      await scene.store.change(({ proposals }) => proposals.propose(policy, 'f', by(ann)));
      const judged = await times(20, () =>
        scene.store.change(({ proposals }) =>
          proposals.judge(
            policy,
            { fingerprint: 'f', person: ben, verdict: 'approved', reason: undefined },
            by(ben),
          ),
        ),
      );
      expect(judged.filter(({ kind }) => kind === 'judged')).toHaveLength(1);
      expect(judged.filter((each) => each.kind === 'refused' && each.why === 'twice')).toHaveLength(
        19,
      );
      expect(await scene.events()).toHaveLength(2);
    });

    test('an approval and a change of the content at once: what was not seen is never approved', async () => {
      for (let round = 0; round < 10; round += 1) {
        const name = { ...digest, id: `d${round}` };
        await scene.store.change(({ proposals }) => proposals.propose(name, 'f1', by(ann)));
        await Promise.all([
          scene.store.change(({ proposals }) =>
            proposals.judge(
              name,
              { fingerprint: 'f1', person: ben, verdict: 'approved', reason: undefined },
              by(ben),
            ),
          ),
          scene.store.change(({ proposals }) => proposals.propose(name, 'f2', by(ann))),
        ]);
        const view = await scene.store.proposals.find(name);
        expect(view?.proposal.fingerprint).toBe('f2');
        expect(view?.standing).toEqual({ kind: 'waiting', approvedBy: [], needed: 1 });
        expect(view?.verdicts).toEqual([]);
      }
    });

    test('six releases go live at once: exactly one answers', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      await scene.store.change(async ({ releases }) => {
        for (const name of names) await releases.stage(release(name), by(ann));
      });
      await Promise.all(
        names.map((name) =>
          scene.store.change(({ releases }) => releases.goLive(name, `print of ${name}`, by(ann))),
        ),
      );
      const list = await scene.store.releases.list();
      expect(list.filter(({ state }) => state === 'live')).toHaveLength(1);
      expect(list.filter(({ state }) => state === 'superseded')).toHaveLength(5);
      const last = (await scene.events()).findLast(({ action }) => action === 'release.live');
      expect((await scene.store.releases.live())?.name).toBe(last?.subject);
    });

    test('one release goes live ten times at once: once', async () => {
      await scene.store.change(({ releases }) => releases.stage(release('a'), by(ann)));
      const went = await times(10, () =>
        scene.store.change(({ releases }) => releases.goLive('a', 'print of a', by(ann))),
      );
      expect(countOf(went, true)).toBe(1);
      expect((await scene.events()).map(brief)).toEqual(['release.staged a', 'release.live a']);
    });

    test('fifty changes of every kind leave one chain without a gap', async () => {
      await times(50, (at) =>
        scene.store
          .change(async ({ inbox, outbox, answers }) => {
            await inbox.accept(`Ev${at}`, by(person(`U${at}`)));
            if (at % 3 === 0) await outbox.put(message(`m${at}`), by(ann));
            if (at % 5 === 0) throw new Error('no');
            await answers.record('answer.given', `q${at}`, by(ann));
          })
          .catch(() => undefined),
      );
      const events = await scene.events();
      // Of fifty, the forty that did not throw: two events each, and a third for the 13 of them that 3 divides.
      expect(events).toHaveLength(2 * 40 + 13);
      for (const [at, event] of events.entries())
        if (event.action === 'answer.given')
          expect(
            events.slice(0, at).some(({ subject }) => subject === event.subject.replace('q', 'Ev')),
          ).toBe(true);
      const seen = scene.marks.map(({ seq }) => seq);
      expect(new Set(seen).size).toBe(seen.length);
    });
  });
}
