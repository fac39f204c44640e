import { expect, test } from 'vitest';
import { sayRelease } from '#src/release/say-release.ts';

const privileged = {
  eligibleFlows: 9,
  exactLeaves: 90,
  sensitiveLeaves: 10,
  cappedLeaves: 0,
  cappedTrips: 0,
};
const released = (withheldTrips: number) =>
  sayRelease(
    {
      kind: 'released',
      releaseId: 'arden-1',
      file: 'arden-1.duckdb',
      rows: 95,
      days: 7,
      base: 400,
      bound: { median: 400, largest: 800 },
      privileged: { ...privileged, withheldTrips },
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
  expect(released(7)[0]).toBe('Released arden-1 in 1.2 s: 95 weekly and 7 daily figures.');
});
