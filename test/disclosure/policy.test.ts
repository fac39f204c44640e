import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';

test('an empty policy is the default one', () => {
  expect(disclosurePolicy.parse({})).toEqual({
    mechanism: 'dependentRounding',
    threshold: 10,
    eligibilityWeeks: 13,
    placesPerDevice: 5,
    zeros: 'published',
  });
});

test.each<readonly [policy: Record<string, unknown>, why: string]>([
  [{ base: 9 }, 'a base below the threshold'],
  [{ threshold: 1 }, 'a threshold that hides nothing'],
  [{ threshold: 10.5 }, 'half a device'],
  [{ base: 400.5 }, 'half a trip'],
  [{ eligibilityWeeks: 0 }, 'a window without weeks'],
  [{ placesPerDevice: 0 }, 'a device that is nowhere'],
  [{ zeros: 'protected' }, 'what is not built'],
  [{ mechanism: 'suppress' }, 'another mechanism'],
  [{ treshold: 20 }, 'a misspelt setting'],
])('%j is refused: %s', (policy) => {
  expect(disclosurePolicy.safeParse(policy).success).toBe(false);
});
