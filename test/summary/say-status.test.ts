import { expect, test } from 'vitest';
import { sayStatus } from '#src/summary/say-status.ts';
import { release } from '#test/support/trend-input.ts';

const sentences = (attackedBlocks: number) =>
  sayStatus({
    kind: 'status',
    release: { ...release, attackedBlocks, threshold: 10, base: 400 },
    weeks: 52,
    areas: 7,
  }).map(({ text }) => text);

test('status says how a release was protected and checked', () => {
  expect(sentences(12)).toContain(
    'A flow counted from fewer than 10 devices in a week is published as no trips or 400 trips, drawn at random.',
  );
  expect(sentences(12)).toContain(
    'Before it was published, every figure was checked and 12 parts of it were attacked; no attack succeeded.',
  );
});

test('a release in which nothing was hidden had nothing to attack', () => {
  expect(sentences(0).join(' ')).not.toContain('attacked');
});
