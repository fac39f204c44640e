import { join } from 'node:path';

/** The configuration that the bot reads: the one of the project, unless MOBILITY_CONFIG names another. */
export const configFileOf = (
  projectFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): string => env['MOBILITY_CONFIG'] || join(projectFolder, 'mobility.config.yml');
