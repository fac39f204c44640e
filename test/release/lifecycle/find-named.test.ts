import { expect, test } from 'vitest';
import { findRelease, findSubject } from '#src/release/lifecycle/find-named.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import { someEdition } from './scene.ts';

const record = (name: string, policyHash: string, synthetic = false): ReleaseRecord => ({
  ...someEdition({ name, policyHash, synthetic }),
  state: 'staged',
  stagedAt: new Date(0),
  liveAt: undefined,
  endedAt: undefined,
  reason: undefined,
});

const releases = [
  record('arden-2021-04-25-bbbb', 'ab12'),
  record('arden-2021-04-18-aaaa', 'ab12'),
  record('arden-2021-04-18-aaaa-0011', 'ab34'),
  record('demo-2022-10-16-cccc', 'cd56', true),
];

const refused = (message: string) => ({ name: 'ReleaseFault', code: 'unknownRelease', message });
const none = refused('no release has that name: npm run release -- list shows all');
const noPolicy = refused(
  'no release that waits has that policy: npm run release -- list shows all',
);

test.each([
  ['arden-2021-04-25-bbbb', 'arden-2021-04-25-bbbb'],
  ['arden-2021-04-25', 'arden-2021-04-25-bbbb'],
  ['d', 'demo-2022-10-16-cccc'],
  // Its own name, though another one begins so.
  ['arden-2021-04-18-aaaa', 'arden-2021-04-18-aaaa'],
  ['arden-2021-04-18-aaaa-', 'arden-2021-04-18-aaaa-0011'],
])('"%s" means one release', (typed, name) => {
  expect(findRelease(releases, typed).name).toBe(name);
  expect(findSubject(releases, typed)).toMatchObject({ kind: 'release', id: name });
});

test.each([
  ['arden', refused('3 releases begin so: write more of the name')],
  ['arden-2021-04-18', refused('2 releases begin so: write more of the name')],
  ['Arden', none],
  ['2021-04-25', none],
  ['__proto__', none],
])('"%s" means none, and says what to write', (typed, expected) => {
  expect(() => findRelease(releases, typed)).toThrow(expect.objectContaining(expected));
});

test.each([
  ['policy:ab12', 'ab12', 'arden-2021-04-25-bbbb'],
  ['policy:ab3', 'ab34', 'arden-2021-04-18-aaaa-0011'],
])('"%s" means a policy, with the newest release that has it', (typed, id, name) => {
  expect(findSubject(releases, typed)).toMatchObject({ kind: 'policy', id, release: { name } });
});

test.each([
  ['policy:ab', refused('several policies begin so: write more digits')],
  ['policy:', noPolicy],
  ['policy:ffff', noPolicy],
  // Of synthetic data, which approve themselves.
  ['policy:cd56', noPolicy],
  ['Policy:ab12', none],
])('"%s" means no policy, and says what to write', (typed, expected) => {
  expect(() => findSubject(releases, typed)).toThrow(expect.objectContaining(expected));
});

test('a policy is judged for a release that may still answer, not for one that was withdrawn', () => {
  const withdrawn = { ...record('arden-2021-05-02-dddd', 'ab12'), state: 'withdrawn' } as const;
  expect(findSubject([withdrawn, ...releases], 'policy:ab12').release.name).toBe(
    'arden-2021-04-25-bbbb',
  );
  expect(() => findSubject([withdrawn], 'policy:ab12')).toThrow(expect.objectContaining(noPolicy));
});

test('where there is no release, none is found', () => {
  expect(() => findRelease([], 'arden')).toThrow(expect.objectContaining(none));
  expect(() => findSubject([], 'policy:ab')).toThrow(expect.objectContaining(noPolicy));
});
