import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { disclosurePolicy, type DisclosurePolicy } from '#src/disclosure/policy.ts';
import { Fault } from '#src/fault.ts';

const configFile = z.looseObject({ policy: disclosurePolicy });

/** The policy of mobility.config.yml, and its text as JSON with sorted keys: what is hashed and published. Throws `ConfigFault`. */
export async function readPolicy(
  file: string,
): Promise<{ readonly policy: DisclosurePolicy; readonly policyText: string }> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Fault(
      'ConfigFault',
      'noConfig',
      'mobility.config.yml is missing beside package.json',
      { cause },
    );
  });
  const read = configFile.safeParse(parseYaml(text));
  if (read.success)
    return { policy: read.data.policy, policyText: canonicalJson(read.data.policy) };
  const [issue] = read.error.issues;
  throw new Fault(
    'ConfigFault',
    'badPolicy',
    `mobility.config.yml: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'wrong'}`,
  );
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Fault('ConfigFault', 'badConfig', 'mobility.config.yml is not YAML', { cause });
  }
}

function canonicalJson(policy: DisclosurePolicy): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(policy).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
