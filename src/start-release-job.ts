import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Runs `npm run release` with arguments, in a process of its own: the one that answers never loads the code that opens raw data, and the one that does never has Slack's
 * tokens. `isSilent`: what it prints is left out. Resolves to its exit code; null where it was killed.
 */
export async function startReleaseJob(
  projectFolder: string,
  argv: readonly string[],
  isSilent: boolean,
): Promise<number | null> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('SLACK_')),
  );
  const job = [join(projectFolder, 'src/main.ts'), 'release', ...argv];
  const child = spawn(process.execPath, job, {
    stdio: ['ignore', isSilent ? 'ignore' : 2, 2],
    env,
  });
  await once(child, 'exit');
  return child.exitCode;
}
