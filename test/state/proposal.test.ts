import { array, assert, constantFrom, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, PersonId } from '#src/state/actor.ts';
import {
  approversNeeded,
  checkJudging,
  findStanding,
  proposalKind,
  type Proposal,
  type ProposalKind,
  type Verdict,
} from '#src/state/proposal.ts';

const id = (name: string): PersonId => name as PersonId;
const person = (name: string): Actor => ({ kind: 'person', id: id(name) });
const at = new Date('2026-03-04T05:06:07Z');
const proposal = (kind: ProposalKind, author: Actor = person('ann')): Proposal => ({
  kind,
  id: 'it',
  fingerprint: 'now',
  author,
  madeAt: at,
});
const says = (
  name: string,
  verdict: Verdict['verdict'] = 'approved',
  fingerprint = 'now',
): Verdict => ({
  fingerprint,
  person: id(name),
  verdict,
  reason: verdict === 'rejected' ? 'no' : undefined,
  at,
});

test.each([
  ['release', 2],
  ['policy', 2],
  ['digest', 1],
  ['briefing', 1],
] as const)('a %s needs %d besides its author', (kind, needed) => {
  const names = ['ben', 'cat'].slice(0, needed);
  expect(
    findStanding(
      proposal(kind),
      names.slice(1).map((name) => says(name)),
    ),
  ).toEqual({
    kind: 'waiting',
    approvedBy: names.slice(1),
    needed,
  });
  expect(
    findStanding(
      proposal(kind),
      names.map((name) => says(name)),
    ),
  ).toEqual({
    kind: 'approved',
    approvedBy: names,
  });
});

test('every kind of proposal needs somebody', () => {
  expect(Object.keys(approversNeeded).toSorted()).toEqual([...proposalKind.options].toSorted());
  for (const needed of Object.values(approversNeeded)) expect(needed).toBeGreaterThan(0);
});

test('what was said of another content does not count', () => {
  expect(
    findStanding(proposal('digest'), [
      says('ben', 'approved', 'old'),
      says('cat', 'rejected', 'old'),
    ]),
  ).toEqual({ kind: 'waiting', approvedBy: [], needed: 1 });
});

test('one rejection outweighs all approvals', () => {
  expect(
    findStanding(proposal('digest'), [says('ben'), says('cat', 'rejected'), says('dan')]),
  ).toEqual({
    kind: 'rejected',
    by: 'cat',
    reason: 'no',
  });
});

const approving = (name: Parameters<typeof id>[0], fingerprint: string) =>
  ({ person: id(name), fingerprint, verdict: 'approved' }) as const;

test.each([
  ['may approve', 'ben', 'now', [], undefined],
  ['may approve what another one approved', 'cat', 'now', [says('ben')], undefined],
  [
    'may approve what they approved before it changed',
    'ben',
    'now',
    [says('ben', 'approved', 'old')],
    undefined,
  ],
  ['may not approve their own', 'ann', 'now', [], 'author'],
  ['may not approve what is not there any more', 'ben', 'old', [], 'changed'],
  ['may not approve their own of before', 'ann', 'old', [], 'changed'],
  ['may not approve twice', 'ben', 'now', [says('ben')], 'twice'],
  ['may not approve what is rejected', 'cat', 'now', [says('ben', 'rejected')], 'rejected'],
] as const)('somebody %s: %s on %s', (_, name, fingerprint, verdicts, why) => {
  expect(checkJudging(proposal('policy'), verdicts, approving(name, fingerprint))).toBe(why);
});

test.each([
  ['their own', 'ann', []],
  ['what another one approved', 'cat', [says('ben')]],
  ['what they approved before', 'ben', [says('ben')]],
] as const)('somebody may reject %s', (_, name, verdicts) => {
  const rejecting = { ...approving(name, 'now'), verdict: 'rejected' } as const;
  expect(checkJudging(proposal('policy'), verdicts, rejecting)).toBeUndefined();
  const gone = { ...rejecting, fingerprint: 'old' };
  expect(checkJudging(proposal('policy'), verdicts, gone)).toBe('changed');
  const twice = [...verdicts, says('dan', 'rejected')];
  expect(checkJudging(proposal('policy'), twice, rejecting)).toBe('rejected');
});

test('what a program made anybody may approve, but not twice', () => {
  const made = proposal('release', { kind: 'program', name: 'the release job' });
  expect(checkJudging(made, [], approving('ann', 'now'))).toBeUndefined();
  expect(checkJudging(made, [says('ann')], approving('ann', 'now'))).toBe('twice');
});

test('whatever is tried in whatever order, what is approved has enough different people, none its author', () => {
  const names = constantFrom('ann', 'ben', 'cat', 'dan');
  const tries = array(
    record({
      name: names,
      fingerprint: constantFrom('now', 'old'),
      verdict: constantFrom<Verdict['verdict'][]>('approved', 'approved', 'rejected'),
    }),
  );
  assert(
    property(constantFrom(...proposalKind.options), names, tries, (kind, author, attempts) => {
      const made = proposal(kind, person(author));
      const verdicts: Verdict[] = [];
      for (const { name, fingerprint, verdict } of attempts)
        if (checkJudging(made, verdicts, { person: id(name), fingerprint, verdict }) === undefined)
          verdicts.push(says(name, verdict, fingerprint));
      const standing = findStanding(made, verdicts);
      if (standing.kind !== 'approved') return;
      const people = new Set<string>(standing.approvedBy);
      expect(people.size).toBe(standing.approvedBy.length);
      expect(people.size).toBeGreaterThanOrEqual(approversNeeded[kind]);
      expect(people.has(author)).toBe(false);
      const wanted = attempts.filter(
        ({ verdict, fingerprint }) => verdict === 'approved' && fingerprint === 'now',
      );
      for (const name of people) expect(wanted.some((each) => each.name === name)).toBe(true);
    }),
  );
});
