import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { everyNth, isThorough } from '#test/support/thorough.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { importInvented, inventedTrips } from './invented-data.ts';
import { readRows } from './read-rows.ts';
import { releaseInvented } from './release-invented.ts';

const program = fileURLToPath(import.meta.resolve('./die-during-release.ts'));
const die = (folder: string, step: string) =>
  spawnSync(process.execPath, [program, folder, step], { encoding: 'utf8' });

const figuresOf = (file: string) =>
  readRows(
    file,
    `SELECT * FROM leaf_weekly UNION ALL SELECT date, destination, '', '', trips, status FROM daily
     UNION ALL SELECT DATE '2000-01-03', destination, '', mode, bound, '' FROM error_bound ORDER BY ALL`,
  );

/** The pointer as it is; the job must leave it so, whatever happens. */
const pointerOf = (folder: string): string | undefined => {
  const pointer = join(folder, 'releases/current.json');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8') : undefined;
};

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.lock'))
    .sort();
const linesOf = (folder: string): number =>
  readFileSync(join(folder, 'ledger.jsonl'), 'utf8').trim().split('\n').length;

/** A folder ready for a release, and what an unkilled run makes of it. `live`: the file that answers. */
type Scene = {
  readonly folder: string;
  readonly live: string | undefined;
  readonly durationMs: number;
  readonly whole: {
    readonly file: string;
    readonly figures: Awaited<ReturnType<typeof figuresOf>>;
    readonly lines: number;
    readonly files: readonly string[];
    readonly releases: readonly string[];
  };
};

const unkilled = z.object({ file: z.string(), durationMs: z.number() });

async function setScene(folder: string, live: string | undefined): Promise<Scene> {
  const copy = copyOf(folder);
  const { stdout, stderr } = die(copy, 'never');
  expect(stderr).toBe('');
  const { file, durationMs } = unkilled.parse(JSON.parse(stdout));
  const whole = {
    file,
    figures: await figuresOf(join(copy, 'releases', file)),
    lines: linesOf(copy),
    files: filesOf(copy),
    releases: filesOf(join(copy, 'releases')),
  };
  return { folder, live, durationMs, whole };
}

function copyOf(folder: string): string {
  const copy = ownFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Kills a release and holds what is left, and what the next run makes of it, against the unkilled run. Returns whether it was killed. */
async function checkKilled({ folder, live, whole }: Scene, step: string): Promise<boolean> {
  const copy = copyOf(folder);
  const { signal, stderr } = die(copy, step);
  expect(stderr, step).toBe('');
  const pointer = pointerOf(folder);
  expect(pointerOf(copy), step).toBe(pointer);
  // What can be read at all is whole: the release that answers, and the new one once it is in its place.
  for (const file of filesOf(join(copy, 'releases')).filter((name) =>
    /^[^.].*\.duckdb$/u.test(name),
  )) {
    expect([live, whole.file], step).toContain(file);
    const rows = await readRows(join(copy, 'releases', file), 'SELECT count(*) AS n FROM release');
    expect(rows, step).toEqual([{ n: '1' }]);
  }
  const next = await releaseInvented(copy);
  expect(basename(next.file), step).toBe(whole.file);
  expect(pointerOf(copy), step).toBe(pointer);
  expect(await figuresOf(next.file), step).toEqual(whole.figures);
  expect(linesOf(copy), step).toBe(whole.lines);
  expect(filesOf(copy), step).toEqual(whole.files);
  expect(filesOf(join(copy, 'releases')), step).toEqual(whole.releases);
  return signal === 'SIGKILL';
}

const steps = [
  ...['reading', 'protecting', 'linking days', 'writing', 'checking'].map((stage) => `${stage} 0`),
  ...[0, 1, 2, 3].map((done) => `publishing ${done}`),
].filter((step) => step !== 'linking days 0');

describe.each(['first release', 'revision'])('a job killed during a %s', (kind) => {
  let scene: Scene;

  beforeAll(async () => {
    const folder = ownFolder();
    await importInvented(folder);
    let live: string | undefined;
    if (kind === 'revision') {
      const { releaseId, file } = await releaseInvented(folder);
      live = basename(file);
      const pointer = JSON.stringify({ releaseId, file: live });
      writeFileSync(join(folder, 'releases/current.json'), pointer);
      const trips = inventedTrips(16).replace(/(2021-02-10,01,02,car),\d+,\d+/u, '$1,9999,999');
      await importInvented(folder, { trips });
    }
    scene = await setScene(folder, live);
  }, 60_000);

  test.each(everyNth(4, [...steps, 'linking days 1']))(
    'at "%s" leaves what answers as it was, and the next job makes the same draw',
    async (step) => {
      expect(await checkKilled(scene, step)).toBe(true);
    },
    20_000,
  );

  test('at any time leaves what answers as it was, and the next job makes the same draw', async () => {
    const kills = isThorough ? 20 : 2;
    let killed = 0;
    let span = scene.durationMs;
    // A fixed walk over the run: the golden ratio spreads the moments evenly. A run that was over first was faster than we thought.
    for (let at = 1; killed < kills && at <= 3 * kills; at += 1) {
      const afterMs = Math.ceil(((at * 0.618_034) % 1) * span);
      if (await checkKilled(scene, String(afterMs))) killed += 1;
      else span = Math.min(span, afterMs);
    }
    expect(killed).toBe(kills);
  }, 240_000);
});
