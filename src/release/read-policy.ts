import { disclosurePolicy, type DisclosurePolicy } from '#src/disclosure/policy.ts';
import { readConfig } from '#src/edges/config/read-config.ts';

/** The policy of mobility.config.yml, and its text as JSON with sorted keys: what is hashed and published. Throws `ConfigFault`. */
export async function readPolicy(
  file: string,
): Promise<{ readonly policy: DisclosurePolicy; readonly policyText: string }> {
  const policy = await readConfig(file, 'policy', disclosurePolicy);
  const sorted = Object.entries(policy).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { policy, policyText: JSON.stringify(Object.fromEntries(sorted)) };
}
