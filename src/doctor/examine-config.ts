import { join } from 'node:path';
import type { AccessConfig } from '#src/access/access-config.ts';
import { configFileOf } from '#src/config/config-file.ts';
import type { Live } from '#src/config/read-live.ts';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { note, ok, type CheckGroup, type CheckResult } from './check.ts';
import type { DoctorPlace } from './doctor-place.ts';
import { judgeAccess } from './judge-access.ts';
import { judgeTier } from './judge-tier.ts';
import { runCheck } from './run-check.ts';
import type { Reading } from './try-reading.ts';

/** Looks at mobility.config.yml: each section by itself, and the tiers against the data in use. */
export async function examineConfig(
  { projectFolder, env }: DoctorPlace,
  access: Reading<AccessConfig>,
  live: Reading<Live>,
): Promise<readonly CheckGroup[]> {
  const file = configFileOf(projectFolder, env);
  const sections = await Promise.all([
    // The release job reads the project's own, whatever the bot reads.
    runCheck('policy', async () => {
      await readConfig(join(projectFolder, 'mobility.config.yml'), 'policy', disclosurePolicy);
      return ok('How a release is protected is set.');
    }),
    runCheck('method', async () => {
      await readConfig(file, 'method', methodSettings);
      return ok('How a change is measured is set.');
    }),
    runCheck('access', () => (access.kind === 'read' ? judgeAccess(access.value) : access.outcome)),
  ]);
  const tiers = access.kind === 'read' ? await examineTiers(access.value, live) : [];
  return [
    { name: 'Configuration', results: sections },
    ...(tiers.length === 0 ? [] : [{ name: 'Tiers', results: tiers }]),
  ];
}

function examineTiers(
  { tiers }: AccessConfig,
  live: Reading<Live>,
): Promise<readonly CheckResult[]> {
  const vocabulary =
    live.kind === 'read' && live.value.kind === 'live' ? live.value.vocabulary : undefined;
  return Promise.all(
    Object.entries(tiers).map(([name, tier]) =>
      runCheck(name, () =>
        vocabulary === undefined
          ? note('No release answers, so its names could not be held against the data.')
          : judgeTier(tier, vocabulary),
      ),
    ),
  );
}
