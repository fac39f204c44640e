import type { SensitivityRules } from '#src/disclosure/policy.ts';

/** Trips of the device with the most and of the one with the second most, or upper bounds of the first and of their sum. */
export type Contributions = { readonly largest: number; readonly second: number };

/**
 * Whether few devices make most of a figure's trips: the n largest more than so many per cent of it ((n, k) dominance), or all but the
 * two largest less than so many per cent of the largest (p% rule: the second largest could work out the largest that closely).
 * Source: Hundepool et al. 2012, Statistical Disclosure Control, section 4.2.2; docs/policy.md, paragraph 3.
 */
export function isDominated(
  trips: number,
  { largest, second }: Contributions,
  { dominance, pPercent }: Pick<SensitivityRules, 'dominance' | 'pPercent'>,
): boolean {
  const top = dominance.n === 1 ? largest : largest + second;
  return (
    trips > 0 &&
    (100 * top > dominance.percent * trips || 100 * (trips - largest - second) < pPercent * largest)
  );
}
