import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';

test('an empty policy is the default one', () => {
  expect(disclosurePolicy.parse({})).toEqual({
    mechanism: 'dependentRounding',
    threshold: 10,
    dominance: { n: 2, percent: 90 },
    pPercent: 10,
    eligibilityWeeks: 13,
    placesPerDevice: 5,
    hiddenPercent: 25,
    zeros: 'published',
    lattice: { linkedWeeks: 26 },
  });
});

test('a base is named with its measure, and a parsed policy parses to itself', () => {
  const policy = disclosurePolicy.parse({ base: { trips: 400 }, keyId: '0123456789ab' });
  expect(policy.base).toBe(400);
  expect(disclosurePolicy.parse(policy)).toEqual(policy);
});

test.each<readonly [policy: Record<string, unknown>, why: string]>([
  [{ base: { trips: 9 } }, 'a base below the threshold'],
  [{ base: { distance: 400 } }, 'a base of another measure'],
  [{ base: { trips: 400, distance: 400 } }, 'a base of another measure beside it'],
  [{ base: { trips: 400.5 } }, 'half a trip of a measure'],
  [{ threshold: 1 }, 'a threshold that hides nothing'],
  [{ threshold: 10.5 }, 'half a device'],
  [{ base: 400.5 }, 'half a trip'],
  [{ eligibilityWeeks: 0 }, 'a window without weeks'],
  [{ placesPerDevice: 0 }, 'a device that is nowhere'],
  [{ dominance: { n: 3 } }, 'the three largest, of which the data know two'],
  [{ dominance: { n: 2, percent: 0.9 } }, 'a share where a percentage is due'],
  [{ dominance: { k: 90 } }, 'a misspelt setting of dominance'],
  [{ pPercent: 0.1 }, 'a share where a percentage is due'],
  [{ zeros: 'hidden' }, 'an unknown way with zeros'],
  [{ lattice: { linkedWeeks: 0 } }, 'no weeks'],
  [{ lattice: { linkedWeeks: 53 } }, 'more than a year'],
  [{ keyId: '0123456789AB' }, 'a key id that is not one'],
  [{ keyId: 123_456_789_012 }, 'a key id that YAML took for a number'],
  [{ mechanism: 'suppress' }, 'another mechanism'],
  [{ treshold: 20 }, 'a misspelt setting'],
])('%j is refused: %s', (policy) => {
  expect(disclosurePolicy.safeParse(policy).success).toBe(false);
});
