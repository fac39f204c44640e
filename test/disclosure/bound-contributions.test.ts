import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundContributions } from '#src/disclosure/bound-contributions.ts';

test('one flow is bounded by what is known of it', () => {
  expect(boundContributions([{ largest: 7, second: 3 }], 5)).toEqual({ largest: 7, second: 3 });
  expect(boundContributions([], 5)).toEqual({ largest: 0, second: 0 });
});

test('one device is the largest of as many flows as it may be in, and two share them', () => {
  const flows = [9, 8, 7, 6, 5].map((largest) => ({ largest, second: 4 }));
  // 9 + 8; and 9 + 8 + 7 + 6 of two devices.
  expect(boundContributions(flows, 2)).toEqual({ largest: 17, second: 13 });
  // Of two flows, two devices make all four figures.
  expect(boundContributions(flows.slice(0, 2), 2)).toEqual({ largest: 17, second: 8 });
});

/** By device: its trips in each of six flows, of which it is in at most two. */
const anyDevices = fc.array(
  fc.uniqueArray(fc.record({ flow: fc.nat(5), trips: fc.integer({ min: 1, max: 50 }) }), {
    selector: ({ flow }) => flow,
    maxLength: 2,
  }),
  { minLength: 1, maxLength: 12 },
);

test('whoever is in the flows, the largest and the two largest make no more than the bounds', () => {
  fc.assert(
    fc.property(anyDevices, (devices) => {
      const flows = Array.from({ length: 6 }, (_, flow) => {
        const own = devices.flat().filter((part) => part.flow === flow);
        const [largest = 0, second = 0] = own.map(({ trips }) => trips).sort((a, b) => b - a);
        return { largest, second };
      });
      const totals = devices.map((parts) => parts.reduce((sum, { trips }) => sum + trips, 0));
      const [first = 0, next = 0] = totals.sort((a, b) => b - a);
      const bound = boundContributions(flows, 2);
      expect(bound.largest).toBeGreaterThanOrEqual(first);
      expect(bound.largest + bound.second).toBeGreaterThanOrEqual(first + next);
    }),
  );
});
