import { expect, test } from 'vitest';
import { judgeDraw } from '#src/release/second-draw.ts';

const draw = {
  dataset: 'lowland',
  sourceMark: 's1',
  markedBy: 'l',
  policyHash: 'p',
  keyId: 'k',
  areasHash: 'a',
  wordsHash: 'w',
};
const one = { ...draw, releaseId: 'r1', figures: 'f1' };
const two = { ...draw, releaseId: 'r2', sourceMark: 's2', figures: 'f2', after: 'r1' };

test.each([
  ['nothing was released', [], draw, { kind: 'first' }],
  ['the very draw was made', [one], draw, { kind: 'same', entry: one }],
  [
    'the data set has other figures',
    [one],
    { ...draw, sourceMark: 's2' },
    { kind: 'revision', entry: one },
  ],
  [
    'it has the figures of its last release',
    [one, two],
    { ...draw, sourceMark: 's2' },
    { kind: 'same', entry: two },
  ],
  // What was published in between can be compared with what comes back.
  ['it has those of an earlier release', [one, two], draw, { kind: 'revision', entry: two }],
  [
    'other trips have another name',
    [one],
    { ...draw, dataset: 'x', sourceMark: 'x', keyId: 'x' },
    { kind: 'first' },
  ],
  [
    'the same trips have another name',
    [one],
    { ...draw, dataset: 'x' },
    { kind: 'same', entry: one },
  ],
])('%s', (_, ledger, made, verdict) => {
  expect(judgeDraw(ledger, made, false)).toEqual(verdict);
});

test.each([
  ['another key', [one], { ...draw, keyId: 'x' }, 'with another key'],
  [
    'another key and name',
    [one],
    { ...draw, keyId: 'x', dataset: 'x' },
    'import them with --name lowland',
  ],
  [
    'another key and new figures',
    [one],
    { ...draw, keyId: 'x', sourceMark: 'x' },
    'lowland was released',
  ],
  ['another policy', [one], { ...draw, policyHash: 'x' }, 'under another policy'],
  [
    'another policy and new figures',
    [one],
    { ...draw, policyHash: 'x', sourceMark: 'x' },
    'under another policy',
  ],
  ['other areas', [one], { ...draw, areasHash: 'x' }, 'with other areas'],
  [
    'a release that another name has followed',
    [{ ...one, dataset: 'x' }, two],
    { ...draw, dataset: 'x', sourceMark: 's3' },
    'r1 was followed by r2',
  ],
])('a second draw is refused: %s', (_, ledger, made, message) => {
  expect(() => judgeDraw(ledger, made, false)).toThrow(message);
});

test('synthetic trips may be drawn under another policy', () => {
  expect(judgeDraw([one], { ...draw, policyHash: 'x' }, true)).toEqual({ kind: 'first' });
});
