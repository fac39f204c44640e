import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { Fault } from '#src/fault.ts';

/** The policy with the base of the data set where it names none itself. Throws `ReleaseFault` `smallBase`. Source: docs/policy.md, paragraph 6. */
export function withBase(
  policy: DisclosurePolicy,
  ofDataset: number | undefined,
): DisclosurePolicy {
  const base = policy.base ?? ofDataset;
  if (base === undefined) return policy;
  if (base < policy.threshold)
    throw new Fault(
      'ReleaseFault',
      'smallBase',
      'the base of the data set is below the threshold of the policy: name a base in mobility.config.yml',
    );
  return { ...policy, base };
}
