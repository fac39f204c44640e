import { expect, test } from 'vitest';
import { isSensitive } from '#src/disclosure/is-sensitive.ts';

test.each([
  [10, 10, false],
  [10, 9, true],
  [9, 10, true],
  [1, 1, true],
  [5000, 9, true],
  [5000, 0, true],
  [0, 0, false],
  [0, 12, false],
])(
  '%i trips of %i devices under a threshold of 10 are sensitive: %s',
  (trips, devices, sensitive) => {
    expect(isSensitive(trips, devices, 10)).toBe(sensitive);
  },
);
