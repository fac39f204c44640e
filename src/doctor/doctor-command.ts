import type { Place } from '#src/find-releases.ts';
import { examine } from './examine.ts';
import { printGroups } from './print-groups.ts';

const usage = `npm run doctor [-- --json]    looks at all that the bot needs; each line is ok, to note, or says what to do

It changes nothing. The exit code is 0 if there is nothing to mend, else 1. --json gives the same as data.
It reads what the bot reads: SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET or SLACK_APP_TOKEN, SLACK_API_URL, MOBILITY_CONFIG, MOBILITY_HOME, DATABASE_URL and BOARD_PROXY_SECRET.
Where the releases lie in BigQuery it looks there with the Google account that the bot would have: run it where the bot runs.`;

/** `npm run doctor`. Prints how each thing stands that the bot needs; returns the exit code: 1 if one is to be mended. */
export async function runDoctor(argv: readonly string[], place: Place): Promise<number> {
  if (argv.some((word) => word === '--help' || word === '-h')) return print(usage);
  if (argv.some((word) => word !== '--json')) {
    process.stderr.write('The doctor takes --json alone: npm run doctor -- --json\n');
    return 1;
  }
  const groups = await examine({ ...place, env: process.env, clock: () => new Date() });
  const isWell = groups.every(({ results }) => results.every(({ state }) => state !== 'failed'));
  print(
    argv.length > 0
      ? JSON.stringify({ ok: isWell, groups }, undefined, 2)
      : printGroups(groups).join('\n'),
  );
  return isWell ? 0 : 1;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
