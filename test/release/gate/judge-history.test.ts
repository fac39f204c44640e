import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { isSeenChange, isSureAlone } from '#src/release/gate/judge-history.ts';

const policy = disclosurePolicy.parse({});
const flow = (trips: number, devices: number, top?: readonly [number, number]) =>
  new Map([[0, { trips, devices, shares: top && { largest: top[0], second: top[1] } }]]);

test.each([
  ['one device brings 500 of 509', flow(100, 50, [3, 3]), flow(609, 60, [500, 3]), false],
  ['it leaves', flow(609, 60, [500, 3]), flow(100, 50, [3, 3]), false],
  ['many bring them', flow(100, 50, [3, 3]), flow(609, 60, [20, 3]), true],
  ['nobody knows who', flow(100, 50), flow(609, 60), true],
  ['nine devices', flow(100, 50), flow(609, 59), false],
])('a change is seen or not: %s', (_, last, now, seen) => {
  expect(isSeenChange({ now, last, past: [] }, true, policy)).toBe(seen);
  // An earlier exact figure counts alike; a hidden last one does not.
  expect(isSeenChange({ now, last: now, past: [last] }, false, policy)).toBe(seen);
});

test('one that returns to the trips of an earlier figure is, but not to those of the last', () => {
  const now = flow(100, 50);
  expect(isSeenChange({ now, last: flow(200, 80), past: [flow(100, 50)] }, true, policy)).toBe(
    true,
  );
  expect(isSeenChange({ now, last: flow(100, 50), past: [] }, true, policy)).toBe(false);
});

// T = 10 and b = 50.
test.each([
  [60, 19, undefined, true],
  [60, 18, undefined, false],
  [59, 19, undefined, false],
  [500, 60, [390, 10], true],
  [450, 60, [390, 10], false],
] as const)(
  '%i trips of %i devices, %o, beside a hidden figure: %s',
  (trips, devices, top, sure) => {
    expect(isSureAlone(flow(trips, devices, top), 50, policy)).toBe(sure);
  },
);
