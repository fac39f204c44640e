import { join } from 'node:path';
import { holdLock } from '#src/edges/process-lock.ts';
import { Fault } from '#src/fault.ts';
import { withDuckdb } from './duckdb-file.ts';
import { rawFile, stateFolders, type StateFolders } from './folders.ts';
import { readKey, readLedgerKey } from './key.ts';
import { currentRaw, useRaw } from './raw-pointer.ts';
import { readDataset } from './raw-words.ts';
import { gateSample } from './gate/gate-sample.ts';
import { readPolicy } from './read-policy.ts';
import { releaseDataset, type Released } from './release-dataset.ts';
import { lifecycleWords } from './lifecycle/read-lifecycle-arguments.ts';
import { runLifecycle } from './lifecycle/lifecycle-command.ts';
import { stage } from './lifecycle/stage.ts';
import { sayRelease } from './say-release.ts';
import { showProgress, type ProgressDisplay } from './show-progress.ts';

/** Where a command runs: `home` holds the state, `projectFolder` the configuration and the demonstration's parameters. */
export type CommandPlace = { readonly home: string; readonly projectFolder: string };

const demoName = 'uk-demo';
const usage = `npm run release [-- --brief]                               protects the data set in use and stages the result
npm run release -- list                                    every release: its state, and who approved it
npm run release -- show NAME                               how a release was made and checked
npm run release -- approve NAME [--content DIGITS] [--as WHO]  two people, neither of whom made it; DIGITS as show prints them
npm run release -- reject NAME --reason "WORDS" [--as WHO]
npm run release -- live NAME [--as WHO]                    lets an approved release answer
npm run release -- withdraw NAME --reason "WORDS" [--as WHO]

NAME is a release or the beginning of its name, or policy: and the beginning of a policy's hash. WHO is the account's name if it is left out.
Without any data set, the demonstration is built first; it is synthetic, and approves itself.
What the first one prints is for whoever may see the raw data; --brief prints one line that anybody may see.
MOBILITY_HOME is the folder of all state (.mobility), MOBILITY_KEY_FILE a file with the secret of the draws (else one is made and kept).
`;

/** `npm run release`. Prints what it did; returns the exit code. */
export async function runRelease(argv: readonly string[], place: CommandPlace): Promise<number> {
  const wantsHelp = argv.some((argument) => argument === '--help' || argument === '-h');
  if (lifecycleWords.includes(argv[0] ?? '') && !wantsHelp) return runLifecycle(argv, place.home);
  const isBrief = argv.length === 1 && argv[0] === '--brief';
  if (argv.length > 0 && !isBrief) {
    process.stdout.write(usage);
    return wantsHelp ? 0 : 1;
  }
  const started = performance.now();
  const progress = showProgress(process.stdout);
  try {
    const { raw } = stateFolders(place.home);
    // Whoever waits for the first release waits for the lock: the release must be in the state, and answer if it may, before it is given back.
    await holdLock(raw, async () => {
      const released = await release(place, progress);
      progress.stop();
      const lines = sayRelease(released, performance.now() - started);
      // What a draw came to is said once: before anything else can fail.
      process.stdout.write(`${(isBrief ? lines.slice(0, 1) : lines).join('\n')}\n`);
      process.stdout.write(`${await stageMade(released, place.home)}\n`);
    });
    return 0;
  } catch (error) {
    progress.stop();
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`Not released: ${error.message}.\n`);
    return 1;
  }
}

/** Throws a `Fault` that says that the release is made, and what to do. */
async function stageMade(released: Released, home: string): Promise<string> {
  try {
    return await stage(released, home);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const message = `it is made, but could not be entered: ${error.message}. Then run npm run release again, which draws nothing anew`;
    throw new Fault('ReleaseFault', error.code, message, { cause: error });
  }
}

async function release(
  { home, projectFolder }: CommandPlace,
  progress: ProgressDisplay,
): Promise<Released> {
  const folders = stateFolders(home);
  const raw =
    (await currentRaw(folders))?.file ?? (await makeDemo(folders, projectFolder, progress));
  const { policy, policyText } = await readPolicy(join(projectFolder, 'mobility.config.yml'));
  const { name, synthetic } = await withDuckdb(raw, { access_mode: 'READ_ONLY' }, readDataset);
  const key = await readKey({
    synthetic,
    dataset: name,
    keyFile: process.env['MOBILITY_KEY_FILE'],
    folder: folders.keys,
  });
  return releaseDataset({
    rawFile: raw,
    releasesFolder: folders.releases,
    policy,
    policyText,
    key,
    ledgerKey: await readLedgerKey(folders.keys),
    sample: gateSample,
    onProgress: progress.report,
  });
}

async function makeDemo(
  folders: StateFolders,
  projectFolder: string,
  progress: ProgressDisplay,
): Promise<string> {
  // Loaded here alone: a release of one's own data needs none of it.
  const { buildDemo } = await import('./demo/build-demo.ts');
  const file = rawFile(folders, demoName);
  const parametersFolder = join(projectFolder, 'data/uk');
  await buildDemo({
    file,
    parametersFolder,
    onProgress: (done, total) => progress.report('building the demonstration data', done, total),
  });
  await useRaw(folders, demoName);
  return file;
}
