import { expect, test } from 'vitest';
import type { RevisionFigures } from '#src/disclosure/revise/revise-leaves.ts';
import { sayRelease } from '#src/release/say-release.ts';

const privileged = {
  eligibleFlows: 9,
  exactLeaves: 90,
  sensitiveLeaves: 10,
  cappedLeaves: 0,
  cappedTrips: 0,
};
const released = (withheldTrips: number, revision?: RevisionFigures) =>
  sayRelease(
    {
      kind: 'released',
      releaseId: 'arden-1',
      file: 'arden-1.duckdb',
      rows: 95,
      days: 7,
      base: 400,
      bound: { median: 400, largest: 800 },
      privileged: { ...privileged, withheldTrips, ...(revision && { revision }) },
      otherPolicies: 0,
    },
    1234,
  );

test('what was left out is said to the next multiple of the base, never exactly', () => {
  expect(released(7).at(-1)).toBe(
    'Fewer than 400 trips were too few even for the largest area and are left out.',
  );
  expect(released(400).at(-1)).toContain('Fewer than 800 trips');
  expect(released(0).join(' ')).not.toContain('left out');
});

test('the first line is for anybody: no figure of what was hidden', () => {
  expect(released(7)[0]).toBe('Made arden-1 in 1.2 s: 95 weekly and 7 daily figures.');
});

const revised = (revision: RevisionFigures) => released(0, revision).slice(1, -2);

test.each([
  [
    { weeksAdded: 1, revised: 0, frozen: 0, frozenTrips: 0 },
    ['1 week is new. The figures of earlier weeks stay as they were.'],
  ],
  [
    { weeksAdded: 0, revised: 3, frozen: 1, frozenTrips: 4 },
    [
      'No week is new.',
      '3 figures of earlier weeks changed by enough people and are published anew.',
      '1 figure changed by too few people, by fewer than 400 trips in all, and stays as published until enough has changed. This line is for you alone.',
    ],
  ],
])('what came of a revision is said after the first line: %j', (revision, lines) => {
  expect(revised(revision)).toEqual(lines);
});
