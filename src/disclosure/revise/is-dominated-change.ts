import { isDominated, type Contributions } from '#src/disclosure/is-dominated.ts';
import type { LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import type { SensitivityRules } from '#src/disclosure/policy.ts';

/**
 * Whether one or two devices may make most of what lies between two figures. A device's trips change by no more than the more of what it made
 * before and makes after. So at most the larger of both `largest` is one device's, and as much as any two of the four are two devices'.
 * Source: docs/policy.md, paragraph 14.
 */
export function isDominatedChange(
  before: LeafFigures,
  after: LeafFigures,
  rules: SensitivityRules,
): boolean {
  const was = before.contributions ?? none;
  const is = after.contributions ?? none;
  const largest = Math.max(was.largest, is.largest);
  const two = Math.max(was.largest + was.second, is.largest + is.second, was.largest + is.largest);
  const most = { largest, second: two - largest };
  return isDominated(Math.abs(after.trips - before.trips), most, rules);
}

const none: Contributions = { largest: 0, second: 0 };
