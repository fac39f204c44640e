import { z } from 'zod';

const whole = z.int();

/** b by measure; there is one measure. A number is what a parsed policy holds, so that it parses to itself. */
const base = z.union([whole, z.strictObject({ trips: whole }).transform(({ trips }) => trips)], {
  error: 'must name the measure and a whole number, such as { trips: 400 }',
});

/** (n, k) dominance with k in per cent. Two is the most of which the data know. */
const dominance = z.strictObject({
  n: z.literal([1, 2]).default(2),
  percent: z.int().min(1).max(100).default(90),
});

/** The sums of places, regions and countries are the data set's geography; of weeks, so many are drawn together. */
const lattice = z.strictObject({ linkedWeeks: z.int().min(1).max(52).default(26) });

/**
 * How a release is protected. Every field is public. Source: docs/policy.md.
 * `threshold`: T, distinct devices below which a leaf is sensitive (paragraph 3).
 * `dominance` and `pPercent`: when few devices make most of a leaf (paragraph 3). `zeros`: whether "no trips" is hidden (paragraph 3).
 * `base`: b in trips; absent = derived from the data (paragraph 6).
 * `eligibilityWeeks`, `placesPerDevice` and `hiddenPercent`: paragraph 4. `lattice`: the sums that the draw keeps close (paragraph 5).
 * `keyId`: the key that must be used (paragraph 11); absent = any.
 */
export const disclosurePolicy = z
  .strictObject({
    mechanism: z.literal('dependentRounding').default('dependentRounding'),
    threshold: z.int().min(2).default(10),
    dominance: dominance.prefault({}),
    pPercent: z.int().min(0).max(100).default(10),
    base: base.optional(),
    eligibilityWeeks: z.int().min(1).default(13),
    placesPerDevice: z.int().min(1).default(5),
    hiddenPercent: z.int().min(0).max(100).default(25),
    zeros: z.enum(['published', 'protected']).default('published'),
    lattice: lattice.prefault({}),
    keyId: z
      .string('must be text: put it in quotation marks')
      .regex(/^[0-9a-f]{12}$/u, 'must be 12 of 0 to 9 and a to f')
      .optional(),
  })
  .refine((policy) => policy.base === undefined || policy.base >= policy.threshold, {
    message: 'base must be at least the threshold: a drawn leaf is published as the base',
    path: ['base'],
  });

/** A checked disclosure policy. */
export type DisclosurePolicy = Readonly<z.output<typeof disclosurePolicy>>;

/** The part of a policy that tells whether a leaf is sensitive. */
export type SensitivityRules = Pick<DisclosurePolicy, 'threshold' | 'dominance' | 'pPercent'>;
