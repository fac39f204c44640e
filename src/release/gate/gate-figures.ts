import type { RawCube } from '#src/disclosure/cube.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import type { Baseline } from '#src/disclosure/revise/baseline.ts';
import type { PublishedFigures } from './published-figures.ts';

/**
 * What a release is held against: privileged. `published` is read from the written file, all else comes from the job. `before`: what the
 * release that is revised stands on.
 */
export type GateFigures = {
  readonly raw: RawCube;
  readonly policy: DisclosurePolicy;
  readonly published: PublishedFigures;
  readonly baseline: Baseline;
  readonly before: Baseline | undefined;
};

/** How often a rule is broken, and what was counted. A name is public and says nothing of the data; counts are for the operator alone. */
export type RuleCount = {
  readonly rule: string;
  readonly checked?: number;
  readonly broken: number;
};
