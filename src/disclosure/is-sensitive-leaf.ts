import { isDominated, type Contributions } from '#src/disclosure/is-dominated.ts';
import { isSensitive } from '#src/disclosure/is-sensitive.ts';
import type { SensitivityRules } from '#src/disclosure/policy.ts';

/** What a leaf is judged by; `contributions` where the source knows them. */
export type LeafFigures = {
  readonly trips: number;
  readonly devices: number;
  readonly contributions: Contributions | undefined;
};

/** Whether a leaf is about too few devices or trips, or mostly about one or two devices. Source: docs/policy.md, paragraph 3. */
export function isSensitiveLeaf(
  { trips, devices, contributions }: LeafFigures,
  rules: SensitivityRules,
): boolean {
  if (isSensitive(trips, devices, rules.threshold)) return true;
  return contributions !== undefined && isDominated(trips, contributions, rules);
}
