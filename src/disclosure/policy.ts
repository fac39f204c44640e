import { z } from 'zod';

/**
 * How a release is protected. Every field is public. Source: docs/policy.md.
 * `threshold`: T, distinct devices below which a leaf is sensitive (paragraph 3).
 * `base`: b in trips; absent = derived from the data (paragraph 6).
 * `eligibilityWeeks` and `placesPerDevice`: paragraph 4.
 */
export const disclosurePolicy = z
  .strictObject({
    mechanism: z.literal('dependentRounding').default('dependentRounding'),
    threshold: z.int().min(2).default(10),
    base: z.int().optional(),
    eligibilityWeeks: z.int().min(1).default(13),
    placesPerDevice: z.int().min(1).default(5),
    zeros: z.literal('published').default('published'),
  })
  .refine((policy) => policy.base === undefined || policy.base >= policy.threshold, {
    message: 'base must be at least the threshold: a drawn leaf is published as the base',
    path: ['base'],
  });

/** A checked disclosure policy. */
export type DisclosurePolicy = Readonly<z.output<typeof disclosurePolicy>>;
