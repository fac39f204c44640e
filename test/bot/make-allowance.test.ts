import { expect, test } from 'vitest';
import { makeAllowance } from '#src/bot/make-allowance.ts';
import type { Provenance } from '#src/ports.ts';

const billed = (bytesBilled: number): Provenance => ({
  engine: 'bigquery',
  queryId: 'weekly-trips',
  hash: '0123456789ab',
  durationMs: 1,
  job: { id: 'mobility_weekly-trips_1', bytesBilled, isCached: false },
});

test('a channel is told that its day is spent, and no other; the next day it may ask again', () => {
  let now = new Date('2026-03-02T23:00:00Z');
  const { isSpent, spend } = makeAllowance(100, () => now);
  spend('C1', [billed(60), billed(39)]);
  expect(isSpent('C1')).toBe(false);
  spend('C1', [billed(1)]);
  expect([isSpent('C1'), isSpent('C2')]).toEqual([true, false]);
  now = new Date('2026-03-03T00:00:00Z');
  expect(isSpent('C1')).toBe(false);
  spend('C1', [billed(100)]);
  expect(isSpent('C1')).toBe(true);
});

test('what costs nothing, and what has no limit, is never spent', () => {
  const limited = makeAllowance(1, () => new Date());
  limited.spend('C1', [billed(0), { ...billed(9), job: { id: 'x', isCached: true } }]);
  expect(limited.isSpent('C1')).toBe(false);
  const free = makeAllowance(undefined, () => new Date());
  free.spend('C1', [billed(Number.MAX_SAFE_INTEGER)]);
  expect(free.isSpent('C1')).toBe(false);
});
