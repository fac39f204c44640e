import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { isLargeAlone } from '#src/disclosure/revise/is-large-alone.ts';

const rule = { ...disclosurePolicy.parse({}), base: 50, knowsContributions: true };

// T = 10 and b = 50: at least 19 devices and 60 trips. Source: docs/policy.md, paragraph 14.
test.each([
  [60, 19, undefined, true],
  [60, 18, undefined, false],
  [59, 19, undefined, false],
  // Of 450 trips beside 50 hidden ones, two devices make 400: less than 90 %.
  [500, 60, { largest: 390, second: 10 }, true],
  // Of 400 they make all.
  [450, 60, { largest: 390, second: 10 }, false],
])('%i trips of %i devices, %o: %s', (trips, devices, contributions, large) => {
  expect(isLargeAlone({ trips, devices, contributions }, rule)).toBe(large);
});
