import { expect, test } from 'vitest';
import { isDominated } from '#src/disclosure/is-dominated.ts';
import { disclosurePolicy } from '#src/disclosure/policy.ts';

test.each([
  // The default rules: the two largest more than 90 %, or the others less than 10 % of the largest.
  [100, 50, 40, {}, false],
  [100, 50, 41, {}, true],
  [100, 60, 34, {}, true],
  [100, 100, 0, {}, true],
  [0, 0, 0, {}, false],
  // (1, 75 %): the second does not count.
  [100, 75, 20, { dominance: { n: 1, percent: 75 }, pPercent: 0 }, false],
  [100, 76, 1, { dominance: { n: 1, percent: 75 }, pPercent: 0 }, true],
  // p% alone, p = 25: 10 others beside a largest of 40, and of 41.
  [80, 40, 30, { dominance: { percent: 100 }, pPercent: 25 }, false],
  [81, 41, 30, { dominance: { percent: 100 }, pPercent: 25 }, true],
  // Neither rule.
  [100, 100, 0, { dominance: { percent: 100 }, pPercent: 0 }, false],
  // Upper bounds may come to more than there is.
  [100, 90, 40, { dominance: { percent: 100 }, pPercent: 1 }, true],
])('%i trips, %i of one device and %i of another, under %j: %s', (...row) => {
  const [trips, largest, second, rules, dominated] = row;
  expect(isDominated(trips, { largest, second }, disclosurePolicy.parse(rules))).toBe(dominated);
});
