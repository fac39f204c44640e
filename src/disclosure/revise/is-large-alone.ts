import { isDominated } from '#src/disclosure/is-dominated.ts';
import type { LeafFigures } from '#src/disclosure/is-sensitive-leaf.ts';
import type { RevisionRule } from './revision-rule.ts';

/**
 * Whether an exact figure is about enough devices and trips beside any hidden one: at most T − 1 devices and b trips of it can have been there
 * before, or stay. Nothing of the hidden figure goes in, so that what is published tells nothing of it. Source: docs/policy.md, paragraph 14.
 */
export function isLargeAlone(
  { trips, devices, contributions }: LeafFigures,
  rule: RevisionRule,
): boolean {
  const { threshold, base } = rule;
  if (devices < 2 * threshold - 1 || trips < base + threshold) return false;
  return contributions === undefined || !isDominated(trips - base, contributions, rule);
}
