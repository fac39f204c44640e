import type { TrendFinding } from '#src/finding.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Said with everything that is made from invented data. */
export const syntheticCaveat = say`These are synthetic demonstration data, not real trips.`;

/** Said where a number may not be shown. */
export const tooSmallToPublish = say`The number is too small to publish without a risk of revealing information about people.`;

/** Said where a year is held against the one before it. */
export const noRangeOfYears = say`We give no likely range, since one year before does not show how much years differ.`;

/** Said with every comparison around a date: timing is not cause. */
export function causeCaveat({ since, change }: TrendFinding): Sentence | undefined {
  if (since === undefined || change?.kind !== 'measured') return undefined;
  const { verdict, percent } = change;
  const what = since.event?.kind.startsWith('wfh_law') ? 'law' : 'guidance';
  const isGuidance = since.event?.kind.startsWith('wfh_') === true;
  if (verdict === 'similar' || verdict === 'unsure' || percent.value === 0) {
    return isGuidance
      ? say`Other things changed at the same time, so this does not show what difference, if any, the change in ${what} made.`
      : say`Other things changed at the same time, so this does not show what made the difference, if there is one.`;
  }
  const moved = percent.value > 0 ? 'rise' : 'fall';
  return isGuidance
    ? say`Other things changed at the same time, so this does not show that the change in ${what} caused the ${moved}.`
    : say`Other things changed at the same time, so this does not show what caused the ${moved}.`;
}
