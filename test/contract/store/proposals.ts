import { expect, test } from 'vitest';
import type { PersonId } from '#src/state/actor.ts';
import { ann, ben, brief, by, cat, describeStore, later, start, type World } from './scene.ts';

const policy = { kind: 'policy', id: 'mobility.config.yml' } as const;
const digest = { kind: 'digest', id: 'weekly' } as const;

/** Nobody approves alone. */
export function testProposals(world: World): void {
  describeStore(world, 'proposals', (scene) => {
    const propose = (fingerprint: string, author: PersonId = ann, name = policy) =>
      scene.store.change(({ proposals }) => proposals.propose(name, fingerprint, by(author)));
    const judge = (
      person: PersonId,
      fingerprint: string,
      reason?: string,
      name: typeof policy | typeof digest = policy,
    ) =>
      scene.store.change(({ proposals }) =>
        proposals.judge(
          name,
          {
            fingerprint,
            person,
            verdict: reason === undefined ? 'approved' : 'rejected',
            reason,
          },
          by(person),
        ),
      );
    const actions = async () => (await scene.events()).map(brief);
    const subject = 'policy mobility.config.yml';

    test('the audit names the content that each event is about', async () => {
      await propose('f1');
      await judge(ben, 'f1');
      await propose('f2');
      await judge(cat, 'f2', 'no');
      const contents = (await scene.events()).map(({ action, content }) => `${action} ${content}`);
      expect(contents).toEqual([
        'proposal.made f1',
        'proposal.approved f1',
        'proposal.changed f2',
        'proposal.rejected f2',
      ]);
    });

    test('a content waits for two, and is approved by the second', async () => {
      await propose('f1');
      expect(await judge(ben, 'f1')).toEqual({
        kind: 'judged',
        standing: { kind: 'waiting', approvedBy: [ben], needed: 2 },
      });
      scene.clock.now = later(5);
      expect(await judge(cat, 'f1')).toEqual({
        kind: 'judged',
        standing: { kind: 'approved', approvedBy: [ben, cat] },
      });
      expect(await scene.store.proposals.find(policy)).toEqual({
        proposal: {
          ...policy,
          fingerprint: 'f1',
          author: { kind: 'person', id: ann },
          madeAt: start,
        },
        verdicts: [
          { fingerprint: 'f1', person: ben, verdict: 'approved', reason: undefined, at: start },
          { fingerprint: 'f1', person: cat, verdict: 'approved', reason: undefined, at: later(5) },
        ],
        standing: { kind: 'approved', approvedBy: [ben, cat] },
      });
      expect(await actions()).toEqual([
        `proposal.made ${subject}`,
        `proposal.approved ${subject}`,
        `proposal.approved ${subject}`,
      ]);
      expect((await scene.events()).map(({ actor }) => actor)).toEqual(
        [ann, ben, cat].map((id) => ({ kind: 'person', id })),
      );
    });

    test('the same content again changes nothing, whoever proposes it', async () => {
      await propose('f1');
      await propose('f1', ben);
      expect(await actions()).toEqual([`proposal.made ${subject}`]);
      expect((await scene.store.proposals.find(policy))?.proposal.author).toEqual({
        kind: 'person',
        id: ann,
      });
    });

    test('a change lets approvals expire, and they do not come back with the old content', async () => {
      await propose('f1');
      await judge(ben, 'f1');
      await judge(cat, 'f1');
      scene.clock.now = later(5);
      await propose('f2', ben);
      expect((await scene.store.proposals.find(policy))?.standing).toEqual({
        kind: 'waiting',
        approvedBy: [],
        needed: 2,
      });
      await propose('f1', ben);
      const view = await scene.store.proposals.find(policy);
      expect(view?.standing).toEqual({ kind: 'waiting', approvedBy: [], needed: 2 });
      expect(view?.proposal).toMatchObject({
        author: { kind: 'person', id: ben },
        madeAt: later(5),
      });
      expect(await judge(ben, 'f1')).toEqual({ kind: 'refused', why: 'author' });
      expect(await judge(cat, 'f1')).toMatchObject({ kind: 'judged' });
      expect((await actions()).filter((each) => each.startsWith('proposal.changed'))).toHaveLength(
        2,
      );
    });

    test('a rejected content stays so, even if it goes and comes back', async () => {
      await propose('f1');
      expect(await judge(ben, 'f1', 'the threshold is too low')).toEqual({
        kind: 'judged',
        standing: { kind: 'rejected', by: ben, reason: 'the threshold is too low' },
      });
      expect((await scene.events()).at(-1)).toMatchObject({
        action: 'proposal.rejected',
        reason: 'the threshold is too low',
      });
      await propose('f2');
      await propose('f1');
      expect(await judge(cat, 'f1')).toEqual({ kind: 'refused', why: 'rejected' });
    });

    test('who is refused leaves no trace', async () => {
      await propose('f1');
      await judge(ben, 'f1');
      const before = await actions();
      expect(await judge(ben, 'f1')).toEqual({ kind: 'refused', why: 'twice' });
      expect(await judge(ann, 'f1')).toEqual({ kind: 'refused', why: 'author' });
      expect(await judge(cat, 'f0')).toEqual({ kind: 'refused', why: 'changed' });
      expect(await judge(cat, 'f1', undefined, digest)).toEqual({
        kind: 'refused',
        why: 'unknown',
      });
      expect(await actions()).toEqual(before);
      expect((await scene.store.proposals.find(policy))?.verdicts).toHaveLength(1);
      expect(await scene.store.proposals.find(digest)).toBeUndefined();
    });

    test('who approved may still reject, which takes the place of the approval', async () => {
      await propose('f1');
      await judge(ben, 'f1');
      scene.clock.now = later(1);
      const standing = { kind: 'rejected', by: ben, reason: 'a late finding' };
      expect(await judge(ben, 'f1', 'a late finding')).toEqual({ kind: 'judged', standing });
      expect((await scene.store.proposals.find(policy))?.verdicts).toEqual([
        {
          fingerprint: 'f1',
          person: ben,
          verdict: 'rejected',
          reason: 'a late finding',
          at: later(1),
        },
      ]);
      expect((await actions()).at(-1)).toBe(`proposal.rejected ${subject}`);
    });

    test('nobody judges in the name of another, and a program does not judge', async () => {
      await propose('f1');
      const verdict = {
        fingerprint: 'f1',
        person: ben,
        verdict: 'approved',
        reason: undefined,
      } as const;
      for (const actor of [by(cat).actor, { kind: 'program', name: 'outbox' } as const])
        await expect(
          scene.store.change(({ proposals }) => proposals.judge(policy, verdict, { actor })),
        ).rejects.toThrow('only the person who acts can judge');
      expect((await scene.store.proposals.find(policy))?.verdicts).toEqual([]);
    });
  });
}
