import { isDominated, type Contributions } from '#src/disclosure/is-dominated.ts';
import type { LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import type { SensitivityRules } from '#src/disclosure/policy.ts';

/**
 * Whether one or two devices may make most of the difference between two figures. A device's part of it is at most what it made before or
 * what it makes after, whichever is more. So one device's is at most the larger `largest` of the two figures. Two devices' is at most the two
 * contributions of one figure, or the `largest` of each.
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
