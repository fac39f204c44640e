import { expect, test } from 'vitest';
import { sayListed, sayMissing, sayStanding } from '#src/release/lifecycle/say-lifecycle.ts';
import { parseAccountPerson, type PersonId } from '#src/state/actor.ts';
import { findStanding, type Proposal, type Standing, type Verdict } from '#src/state/proposal.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import type { ProposalView } from '#src/state/store.ts';
import { someEdition } from './scene.ts';

function person(name: string): PersonId {
  const id = parseAccountPerson(name);
  if (id === undefined) throw new Error(name);
  return id;
}

const waiting = (...names: readonly string[]): Standing => ({
  kind: 'waiting',
  approvedBy: names.map(person),
  needed: 2,
});
const approved: Standing = { kind: 'approved', approvedBy: ['bea', 'carl'].map(person) };
const rejected: Standing = { kind: 'rejected', by: person('dora'), reason: 'wrong in March' };

test.each([
  [waiting(), 'Needs the approval of two people.', 'the release needs the approval of two people'],
  [
    waiting('bea'),
    'Approved by bea; needs the approval of one more person.',
    'the release needs the approval of one more person',
  ],
  [approved, 'Approved by bea and carl.', undefined],
  [
    rejected,
    'Rejected by dora: wrong in March.',
    'the release was rejected by dora (wrong in March)',
  ],
])('%j is said', (standing, whole, part) => {
  expect(sayStanding(standing)).toBe(whole);
  expect(sayMissing('the release', standing)).toBe(part);
});

const edition = someEdition({
  name: 'arden-2021-04-18-aaaa',
  policyHash: 'ab12cd34ef56ab12'.repeat(4),
});
const staged: ReleaseRecord = {
  ...edition,
  state: 'staged',
  stagedAt: new Date('2026-11-23T08:10:59Z'),
  liveAt: undefined,
  endedAt: undefined,
  reason: undefined,
};
const live: ReleaseRecord = { ...staged, state: 'live', liveAt: new Date('2026-11-24T00:05:00Z') };
const superseded: ReleaseRecord = {
  ...live,
  state: 'superseded',
  endedAt: new Date('2026-12-01T09:00:00Z'),
};
const withdrawn: ReleaseRecord = { ...superseded, state: 'withdrawn', reason: 'wrong in March' };

/** A proposal with these approvals, made by Ann. */
function view(kind: 'release' | 'policy', id: string, ...names: readonly string[]): ProposalView {
  const proposal: Proposal = {
    kind,
    id,
    fingerprint: 'f',
    author: { kind: 'person', id: person('ann') },
    madeAt: staged.stagedAt,
  };
  const verdicts = names.map((name): Verdict => ({
    fingerprint: 'f',
    person: person(name),
    verdict: 'approved',
    reason: undefined,
    at: staged.stagedAt,
  }));
  return { proposal, verdicts, standing: findStanding(proposal, verdicts) };
}
const release = (...names: readonly string[]) => view('release', edition.name, ...names);
const policy = (...names: readonly string[]) => view('policy', edition.policyHash, ...names);

test.each([
  [
    'staged, and nobody said anything',
    { record: staged, release: release(), policy: policy(), isThere: true },
    [
      'arden-2021-04-18-aaaa: staged 23 November 2026, 08:10 UTC. Data to 18 April 2021.',
      '  Made by ann. Needs the approval of two people.',
      '  Its policy (policy:ab12cd34ef56): Needs the approval of two people.',
    ],
  ],
  [
    'approved, with its policy half',
    { record: staged, release: release('bea', 'carl'), policy: policy('bea'), isThere: true },
    [
      'arden-2021-04-18-aaaa: staged 23 November 2026, 08:10 UTC. Data to 18 April 2021.',
      '  Made by ann. Approved by bea and carl.',
      '  Its policy (policy:ab12cd34ef56): Approved by bea; needs the approval of one more person.',
    ],
  ],
  [
    'live',
    { record: live, release: release('bea', 'carl'), policy: policy('bea', 'carl'), isThere: true },
    [
      'arden-2021-04-18-aaaa: LIVE since 24 November 2026, 00:05 UTC. Data to 18 April 2021.',
      '  Made by ann. Approved by bea and carl.',
    ],
  ],
  [
    'superseded, and its file was taken away',
    {
      record: superseded,
      release: release('bea', 'carl'),
      policy: policy('bea', 'carl'),
      isThere: false,
    },
    [
      'arden-2021-04-18-aaaa: answered from 24 November 2026, 00:05 UTC to 1 December 2026, 09:00 UTC. Data to 18 April 2021.',
      '  Made by ann. Approved by bea and carl.',
      '  Its file is missing.',
    ],
  ],
  [
    'withdrawn',
    { record: withdrawn, release: release('bea'), policy: policy(), isThere: false },
    [
      'arden-2021-04-18-aaaa: withdrawn 1 December 2026, 09:00 UTC (wrong in March). Data to 18 April 2021.',
    ],
  ],
  [
    'of synthetic data',
    { record: { ...live, synthetic: true }, release: undefined, policy: undefined, isThere: true },
    [
      'arden-2021-04-18-aaaa: LIVE since 24 November 2026, 00:05 UTC. Data to 18 April 2021.',
      '  Synthetic data: it approved itself.',
    ],
  ],
  [
    'of synthetic data, staged and lost',
    {
      record: { ...staged, synthetic: true },
      release: undefined,
      policy: undefined,
      isThere: false,
    },
    [
      'arden-2021-04-18-aaaa: staged 23 November 2026, 08:10 UTC. Data to 18 April 2021.',
      '  Synthetic data: it needs no approval.',
      '  Its file is missing.',
    ],
  ],
])('a release in the list: %s', (_, listed, lines) => {
  expect(sayListed(listed)).toEqual(lines);
});
