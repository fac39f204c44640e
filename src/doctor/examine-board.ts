import type { AccessConfig } from '#src/access/access-config.ts';
import { boardConfig, type BoardConfig } from '#src/board/board-config.ts';
import { checkGroups } from '#src/board/check-groups.ts';
import { readBoardSecret } from '#src/bot/read-board-secret.ts';
import { configFileOf } from '#src/config/config-file.ts';
import { readOptionalConfig } from '#src/edges/config/read-config.ts';
import { listed } from '#src/grammar/listed.ts';
import { checkAddress } from './check-address.ts';
import { failed, ok, type CheckGroup, type CheckResult, type Outcome } from './check.ts';
import type { DoctorPlace } from './doctor-place.ts';
import { runCheck } from './run-check.ts';
import { sayFault } from './say-fault.ts';
import { tryReading, type Reading } from './try-reading.ts';

/** Looks at what the dashboard needs, where it is set up: its section, where it listens, the secret of the proxy, and the tiers of the groups. */
export async function examineBoard(
  { projectFolder, env }: DoctorPlace,
  access: Reading<AccessConfig>,
): Promise<CheckGroup> {
  const file = configFileOf(projectFolder, env);
  const section = await tryReading(() => readOptionalConfig(file, 'board', boardConfig));
  if (section.kind === 'failed') return groupOf([{ name: 'section', ...section.outcome }]);
  const config = section.value;
  if (config === undefined) return groupOf([{ name: 'section', ...off }]);
  return groupOf(
    await Promise.all([
      runCheck('address', () => checkAddress(config)),
      runCheck('secret', () => checkSecret(env)),
      runCheck('groups', () => judgeGroups(config, access)),
    ]),
  );
}

const off = ok('Off. To set it up: docs/board.md.');

const groupOf = (results: readonly CheckResult[]): CheckGroup => ({ name: 'Dashboard', results });

async function checkSecret(env: DoctorPlace['env']): Promise<Outcome> {
  const secret = await tryReading(() => readBoardSecret(env));
  return secret.kind === 'read'
    ? ok('BOARD_PROXY_SECRET is set.')
    : { ...secret.outcome, next: 'Give it to the bot and to the proxy: openssl rand -hex 32' };
}

function judgeGroups(config: BoardConfig, access: Reading<AccessConfig>): Outcome {
  if (access.kind === 'failed')
    return failed('The tiers cannot be read.', 'Mend the section access first.');
  const fault = checkGroups(config, access.value.tiers);
  if (fault !== undefined) return sayFault(fault);
  const { groups } = config;
  const tiers = [...new Set(groups.map(({ tier }) => tier))];
  return ok(
    `${groups.length.toLocaleString('en-GB')} ${groups.length === 1 ? 'group' : 'groups'} with ${tiers.length === 1 ? 'tier' : 'tiers'} ${listed(tiers)}.`,
  );
}
