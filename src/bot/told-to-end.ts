import { once } from 'node:events';

/** Resolves once the process is told to end (SIGTERM, SIGINT). */
export async function toldToEnd(): Promise<'told'> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  return 'told';
}
