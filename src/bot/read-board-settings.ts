import { accessConfig } from '#src/access/access-config.ts';
import { boardConfig, type BoardConfig } from '#src/board/board-config.ts';
import { readConfig, readOptionalConfig } from '#src/edges/config/read-config.ts';
import { Fault } from '#src/fault.ts';

/** The dashboard of the department: its section of mobility.config.yml, and the secret of the proxy. */
export type BoardSettings = { readonly config: BoardConfig; readonly secret: string };

type Env = Readonly<Record<string, string | undefined>>;

/** Shorter ones could be guessed. */
const shortestSecret = 32;
/** Others never match what arrives in a header. */
const sendable = /^[!-~](?:[ -~]*[!-~])?$/u;

/** Reads the section `board` and `BOARD_PROXY_SECRET`; undefined where there is no such section. Throws `ConfigFault`, which never repeats the secret. */
export async function readBoardSettings(
  configFile: string,
  env: Env,
): Promise<BoardSettings | undefined> {
  const config = await readOptionalConfig(configFile, 'board', boardConfig);
  if (config === undefined) return undefined;
  const { tiers } = await readConfig(configFile, 'access', accessConfig);
  const unknown = config.groups.findIndex(({ tier }) => !Object.hasOwn(tiers, tier));
  if (unknown !== -1)
    throw new Fault(
      'ConfigFault',
      'badConfig',
      `mobility.config.yml: board.groups.${unknown}.tier: names a tier that is not among the tiers`,
    );
  const secret = env['BOARD_PROXY_SECRET'] ?? '';
  if (secret.length < shortestSecret)
    throw new Fault(
      'ConfigFault',
      'badSetting',
      `BOARD_PROXY_SECRET ${secret === '' ? 'is not set' : 'is too short'}: it is what the proxy sends to prove that it is the proxy, at least ${shortestSecret} characters`,
    );
  if (!sendable.test(secret))
    throw new Fault(
      'ConfigFault',
      'badSetting',
      'BOARD_PROXY_SECRET cannot be sent in a header as it is: it must be ASCII, without a space or a new line at its ends',
    );
  return { config, secret };
}
