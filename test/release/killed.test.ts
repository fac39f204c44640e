import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { importInvented, inventedTrips, ownFolder } from './invented-data.ts';
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

const liveOf = (folder: string): string | undefined => {
  const pointer = join(folder, 'releases/current.json');
  if (!existsSync(pointer)) return undefined;
  return /"file":"([^"]+)"/u.exec(readFileSync(pointer, 'utf8'))?.[1];
};

const filesOf = (folder: string): readonly string[] => readdirSync(folder).sort();
const linesOf = (folder: string): number =>
  readFileSync(join(folder, 'ledger.jsonl'), 'utf8').trim().split('\n').length;

/** A folder ready for a release, and what an unkilled run makes of it. `live`: the release that is live before. */
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

async function setScene(folder: string): Promise<Scene> {
  const copy = copyOf(folder);
  const { stdout, stderr } = die(copy, 'never');
  expect(stderr).toBe('');
  const file = liveOf(copy) ?? '';
  const whole = {
    file,
    figures: await figuresOf(join(copy, 'releases', file)),
    lines: linesOf(copy),
    files: filesOf(copy),
    releases: filesOf(join(copy, 'releases')),
  };
  return { folder, live: liveOf(folder), durationMs: Number(stdout), whole };
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
  const found = liveOf(copy);
  expect([live, whole.file], step).toContain(found);
  if (found !== undefined) {
    const rows = await readRows(join(copy, 'releases', found), 'SELECT count(*) AS n FROM release');
    expect(rows, step).toEqual([{ n: '1' }]);
  }
  const next = await releaseInvented(copy);
  expect(liveOf(copy), step).toBe(whole.file);
  expect(await figuresOf(next.file), step).toEqual(whole.figures);
  expect(linesOf(copy), step).toBe(whole.lines);
  expect(filesOf(copy), step).toEqual(whole.files);
  expect(filesOf(join(copy, 'releases')), step).toEqual(whole.releases);
  return signal === 'SIGKILL';
}

const steps = [
  ...['reading', 'protecting', 'linking days', 'writing', 'checking'].map((stage) => `${stage} 0`),
  ...[0, 1, 2, 3, 4].map((done) => `publishing ${done}`),
].filter((step) => step !== 'linking days 0');

describe.each(['first release', 'revision'])('a job killed during a %s', (kind) => {
  let scene: Scene;

  beforeAll(async () => {
    const folder = ownFolder();
    await importInvented(folder);
    if (kind === 'revision') {
      await releaseInvented(folder);
      const trips = inventedTrips(16).replace(/(2021-02-10,01,02,car),\d+,\d+/u, '$1,9999,999');
      await importInvented(folder, { trips });
    }
    scene = await setScene(folder);
  }, 60_000);

  test.each([...steps, 'linking days 1'])(
    'at "%s" leaves the old release live, and the next job makes the same draw',
    async (step) => {
      expect(await checkKilled(scene, step)).toBe(true);
    },
    20_000,
  );

  test('at any time leaves the old release live, and the next job makes the same draw', async () => {
    let killed = 0;
    let span = scene.durationMs;
    // A fixed walk over the run: the golden ratio spreads the moments evenly. A run that was over first was faster than we thought.
    for (let at = 1; killed < 20 && at <= 60; at += 1) {
      const afterMs = Math.ceil(((at * 0.618_034) % 1) * span);
      if (await checkKilled(scene, String(afterMs))) killed += 1;
      else span = Math.min(span, afterMs);
    }
    expect(killed).toBe(20);
  }, 240_000);
});
