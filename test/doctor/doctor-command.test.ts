import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { endDoctorWorld, makeDoctorWorld, makeReleases, type DoctorWorld } from './doctor-world.ts';
import { runInWorld } from './run-in-world.ts';

let releases = '';
let world: DoctorWorld;

beforeAll(async () => {
  releases = await makeReleases(await mkdtemp(join(tmpdir(), 'mobility-doctor-release-')));
});
afterAll(() => rm(releases, { recursive: true, force: true }));
beforeEach(async () => {
  world = await makeDoctorWorld(releases);
});
afterEach(() => endDoctorWorld(world));

const doctor = (...args: readonly string[]) => runInWorld(world, 'doctor', ...args);

const asData = z.object({
  ok: z.boolean(),
  groups: z.array(
    z.object({
      name: z.string(),
      results: z.array(
        z.strictObject({
          name: z.string(),
          state: z.enum(['ok', 'attention', 'failed']),
          said: z.string(),
          next: z.string().optional(),
        }),
      ),
    }),
  ),
});

test('where there is nothing to mend the exit code is 0', async () => {
  const { code, stdout, stderr } = await doctor();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Settings\nok {4}settings /u);
  expect(stdout).toMatch(/\n\d+ ok, 1 to note\.\n$/u);
});

test('where there is something to mend the exit code is 1, and it is said', async () => {
  world.channel.isArchived = true;
  const { code, stdout, stderr } = await doctor();
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^-- {4}C\w+ +This channel is archived/mu);
  expect(stdout).toMatch(/, 1 to mend \(--\)\.\n$/u);
});

test('the same can be had as data', async () => {
  world.channel.isArchived = true;
  const { code, stdout } = await doctor('--json');
  const read = asData.parse(JSON.parse(stdout));
  expect({ code, ok: read.ok }).toEqual({ code: 1, ok: false });
  const failed = read.groups.flatMap(({ results }) =>
    results.filter(({ state }) => state === 'failed'),
  );
  expect(failed.map(({ name }) => name)).toEqual([world.channel.id]);
});

test('as data, all well is said to be well', async () => {
  const { code, stdout } = await doctor('--json');
  expect({ code, ok: asData.parse(JSON.parse(stdout)).ok }).toEqual({ code: 0, ok: true });
});

test('another argument is refused, and --help says how it is called', async () => {
  expect(await doctor('channels')).toMatchObject({ code: 1, stdout: '' });
  const { code, stdout } = await doctor('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('npm run doctor [-- --json]');
});
