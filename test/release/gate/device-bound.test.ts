import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { isOpenToSee } from '#src/release/gate/device-bound.ts';

const policy = disclosurePolicy.parse({ placesPerDevice: 2 });
const shares = (...each: readonly (readonly [number, number])[]) =>
  each.map(([largest, second]) => ({ largest, second }));

// T = 10, at most 2 flows a device, (2, 90 %) and p% = 10.
test.each([
  ['ten devices in one flow', { trips: 30, deviceSum: 10, deviceMost: 10 }, undefined, true],
  ['nine devices', { trips: 30, deviceSum: 9, deviceMost: 9 }, undefined, false],
  ['nine trips', { trips: 9, deviceSum: 10, deviceMost: 10 }, undefined, false],
  ['twenty in flows of five', { trips: 60, deviceSum: 20, deviceMost: 5 }, undefined, true],
  ['nineteen in flows of five', { trips: 60, deviceSum: 19, deviceMost: 5 }, undefined, false],
  ['two that make 90 %', { trips: 100, deviceSum: 12, deviceMost: 12 }, shares([50, 40]), true],
  ['two that make 91 %', { trips: 100, deviceSum: 12, deviceMost: 12 }, shares([51, 40]), false],
  [
    'a rest below 10 % of the largest',
    { trips: 1000, deviceSum: 12, deviceMost: 12 },
    shares([890, 22]),
    false,
  ],
  [
    'one that may be the largest of two flows',
    { trips: 100, deviceSum: 40, deviceMost: 20 },
    shares([30, 20], [30, 20]),
    false,
  ],
  [
    'many flows, of which two may share their largest',
    { trips: 200, deviceSum: 40, deviceMost: 20 },
    shares([30, 20], [30, 20], [5, 1]),
    true,
  ],
])('of %s, whether they may be seen: %s', (_, sum, parts, is) => {
  expect(isOpenToSee({ ...sum, shares: parts }, policy)).toBe(is);
});
