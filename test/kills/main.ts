import { parseArgs } from 'node:util';
import { makeRng } from '#test/state/deliver-turns.ts';
import { findPostgres } from '#test/support/postgres-server.ts';
import { runKills } from './run-kills.ts';
import { tallyRuns, writeTable } from './tally.ts';

// `npm run kills -- [--runs 500] [--seed 1]`: three workers on one PostgreSQL, killed at every boundary of their steps in turn.

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (findPostgres() === undefined) {
  print(
    'This needs PostgreSQL: install it (Debian: apt-get install postgresql), and run it again.',
  );
  process.exitCode = 1;
} else {
  const began = performance.now();
  const seed = Number(values.seed);
  const kills = await runKills({
    runs: Number(values.runs),
    rng: makeRng(seed),
    report: print,
  });
  print(writeTable(tallyRuns(kills.ran)));
  const seconds = Math.round((performance.now() - began) / 1000);
  print(
    `${kills.ran.length} runs, ${kills.targets} boundaries, ${kills.deaths} processes killed, seed ${seed}, ${seconds} s`,
  );
  if (kills.unstruck.length > 0)
    print(`No worker came to these when it was to be struck: ${kills.unstruck.join('; ')}`);
  for (const wrong of kills.wrong.slice(0, 40)) print(`WRONG: ${wrong}`);
  if (kills.wrong.length > 0) process.exitCode = 1;
}
