import type { Allowance } from './make-allowance.ts';
import type { OfficeParts } from './office-parts.ts';

/**
 * What it takes to deliver. `left`: files that Slack would not delete when asked, and the keys of their messages; the sweep tries again. The state alone cannot tell them
 * from files that are shown.
 */
export type DeliveringParts = OfficeParts & {
  readonly left: Map<string, string>;
  readonly allowance: Allowance;
};
