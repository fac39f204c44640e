import { mostUnknownPercent } from '#src/statistics/trend/find-rest.ts';

/**
 * Limits that are not settings. `shownFrom`, `percentFrom`, `wholePercentFrom`: multiples of the error bound E from which trips are shown,
 * and percentages are said to the nearest `nearestPercent` and whole. `clearFrom`: how many times what protection could do a change must exceed.
 * `mostUnknownPercent`: of trips by where they start, the most that may be counted elsewhere. `mostly`: the share of earlier changes, in per cent, that "mostly" speaks of.
 * Source: docs/policy.md, paragraph 10; docs/method.md.
 */
export type MethodLimits = {
  readonly shownFrom: number;
  readonly percentFrom: number;
  readonly wholePercentFrom: number;
  readonly nearestPercent: number;
  readonly clearFrom: number;
  readonly mostUnknownPercent: number;
  readonly mostly: number;
};

/** The limits as the code that applies them has them; a test holds them together. */
export const methodLimits: MethodLimits = {
  shownFrom: 2,
  percentFrom: 20,
  wholePercentFrom: 100,
  nearestPercent: 5,
  clearFrom: 2,
  mostUnknownPercent,
  mostly: 80,
};
