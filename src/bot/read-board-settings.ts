import { accessConfig } from '#src/access/access-config.ts';
import { boardConfig, type BoardConfig } from '#src/board/board-config.ts';
import { checkGroups } from '#src/board/check-groups.ts';
import { readConfig, readOptionalConfig } from '#src/edges/config/read-config.ts';
import { readBoardSecret } from './read-board-secret.ts';

/** The dashboard of the department: its section of mobility.config.yml, and the secret of the proxy. */
export type BoardSettings = { readonly config: BoardConfig; readonly secret: string };

/** Reads the section `board` and `BOARD_PROXY_SECRET`; undefined where there is no such section. Throws `ConfigFault`, which never repeats the secret. */
export async function readBoardSettings(
  configFile: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<BoardSettings | undefined> {
  const config = await readOptionalConfig(configFile, 'board', boardConfig);
  if (config === undefined) return undefined;
  const { tiers } = await readConfig(configFile, 'access', accessConfig);
  const fault = checkGroups(config, tiers);
  if (fault !== undefined) throw fault;
  return { config, secret: readBoardSecret(env) };
}
