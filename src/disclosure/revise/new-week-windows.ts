import { eligibilityWindows, type EligibilityWindow } from '#src/disclosure/eligibility-windows.ts';

/**
 * The windows in which the weeks from `known` to `weeks` − 1 are folded. Up to `length` new weeks are judged by the last `length`
 * weeks, the new ones among them; more are cut into blocks of their own. Source: docs/policy.md, paragraph 14.
 */
export function newWeekWindows(
  known: number,
  weeks: number,
  length: number,
): readonly EligibilityWindow[] {
  const added = weeks - known;
  if (added === 0) return [];
  if (added <= length) return [{ first: Math.max(0, weeks - length), end: weeks, written: known }];
  return eligibilityWindows(added, length).map(({ first, end }) => ({
    first: known + first,
    end: known + end,
  }));
}
