import type { DisclosurePolicy } from '#src/disclosure/policy.ts';

/** What a revision is judged by. `base`: b of the data set's releases. `knowsContributions`: whether its source ever said what the largest devices make. */
export type RevisionRule = DisclosurePolicy & {
  readonly base: number;
  readonly knowsContributions: boolean;
};
