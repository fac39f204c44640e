import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { isDominatedChange } from '#src/disclosure/revise/is-dominated-change.ts';

const policy = disclosurePolicy.parse({});
const figure = (trips: number, largest: number, second: number) => ({
  trips,
  devices: 50,
  contributions: { largest, second },
});

test.each([
  ['one device brings 500 of 509', figure(100, 3, 3), figure(609, 500, 3), true],
  ['it takes them away', figure(609, 500, 3), figure(100, 3, 3), true],
  ['many bring them', figure(100, 3, 3), figure(609, 20, 20), false],
  // The largest of before may have left and that of now come: 300 + 300 of 600.
  ['one leaves and one comes', figure(1000, 300, 5), figure(1600, 300, 5), true],
  ['both are less than 90 % of the change', figure(1000, 300, 5), figure(1700, 300, 5), false],
  ['no trips change', figure(100, 60, 3), figure(100, 3, 3), false],
])('%s: %s', (_, before, after, dominated) => {
  expect(isDominatedChange(before, after, policy)).toBe(dominated);
});

test('nothing has nobody', () => {
  const nothing = { trips: 0, devices: 0, contributions: undefined };
  expect(isDominatedChange(nothing, figure(100, 50, 30), policy)).toBe(false);
  expect(isDominatedChange(nothing, figure(100, 60, 35), policy)).toBe(true);
});
