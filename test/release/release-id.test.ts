import { expect, test } from 'vitest';
import { releaseIdOf } from '#src/release/release-id.ts';

const parts = {
  dataset: 'lowland',
  lastDay: '2021-04-18',
  sourceFingerprint: 'f',
  policyHash: 'p',
  keyId: 'k',
  after: undefined,
};
const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

test('an id depends on the secret itself, so that it confirms no guess of the source', () => {
  expect(releaseIdOf(parts, key(1))).toMatch(/^lowland-2021-04-18-[0-9a-f]{8}$/u);
  expect(releaseIdOf(parts, key(1))).toBe(releaseIdOf({ ...parts }, key(1)));
  expect(releaseIdOf(parts, key(2))).not.toBe(releaseIdOf(parts, key(1)));
});

test.each([{ sourceFingerprint: 'g' }, { policyHash: 'q' }, { keyId: 'l' }, { after: 'r' }])(
  'an id changes with %j',
  (change) => {
    expect(releaseIdOf({ ...parts, ...change }, key(1))).not.toBe(releaseIdOf(parts, key(1)));
  },
);
