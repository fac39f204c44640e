import { disclosurePolicy, type DisclosurePolicy } from '#src/disclosure/policy.ts';
import { readConfig } from '#src/edges/config/read-config.ts';

/**
 * The policy of mobility.config.yml, and its text as JSON with sorted keys: what is hashed and published. The text leaves out `keyId`, which
 * a release publishes beside it: with another key in it, the same policy would pass for another one, and a second draw for a first.
 * Throws `ConfigFault`.
 */
export async function readPolicy(
  file: string,
): Promise<{ readonly policy: DisclosurePolicy; readonly policyText: string }> {
  const policy = await readConfig(file, 'policy', disclosurePolicy);
  const { keyId: _, ...rules } = policy;
  const sorted = Object.entries(rules).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { policy, policyText: JSON.stringify(Object.fromEntries(sorted)) };
}
