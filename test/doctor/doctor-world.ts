import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { AccessConfig } from '#src/access/access-config.ts';
import type { CheckGroup, CheckResult } from '#src/doctor/check.ts';
import type { DoctorPlace } from '#src/doctor/doctor-place.ts';
import { examine } from '#src/doctor/examine.ts';
import { printGroups } from '#src/doctor/print-groups.ts';
import { makeTinyRelease } from '#test/support/make-tiny-release.ts';
import {
  startFakeSlack,
  type FakeChannel,
  type FakeSlack,
  type FakeUserGroup,
} from '#test/support/slack/start-fake-slack.ts';

/** A bot that has all it needs: a workspace, a configuration with one channel and one role, and a release. Everything may be spoilt. */
export type DoctorWorld = {
  readonly fake: FakeSlack;
  readonly folder: string;
  readonly home: string;
  readonly channel: FakeChannel;
  readonly group: FakeUserGroup;
  readonly env: Record<string, string>;
  readonly access: Access;
  /** The section of the dashboard; undefined: it is off. */
  board: Record<string, unknown> | undefined;
  /** How much this machine's clock is ahead. */
  aheadMs: number;
};

type Tier = AccessConfig['tiers'][string];
/** The section `access` as somebody might write it. */
type Access = {
  tiers: Record<string, { -readonly [K in keyof Tier]: Tier[K] }>;
  channels: Record<string, string>;
  roles: Record<string, { group: string; alone?: string }>;
};

export const projectFolder = join(import.meta.dirname, '../..');

const ordinaryTier = (): Access['tiers'][string] => ({
  commands: ['trend', 'help'],
  level: 'region',
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
});

/** In every DATABASE_URL of these tests. */
export const databasePassword = 'a-password';

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';

/** Makes one. `release`: a folder `releases` to copy, as `makeReleases` leaves it. */
export async function makeDoctorWorld(release: string): Promise<DoctorWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-doctor-'));
  const home = join(folder, 'home');
  await cp(release, join(home, 'releases'), { recursive: true });
  const fake = await startFakeSlack({ limits: 'none', signingSecret });
  const people = [fake.addUser(), fake.addUser()].map(({ id }) => id);
  const channel = fake.addChannel({ kind: 'private', members: people, hasBot: true });
  const group = fake.addUserGroup({ users: people });
  return {
    fake,
    folder,
    home,
    channel,
    group,
    env: {
      SLACK_BOT_TOKEN: fake.botToken,
      SLACK_APP_TOKEN: fake.appToken,
      SLACK_API_URL: fake.apiUrl,
      MOBILITY_CONFIG: join(folder, 'config.yml'),
    },
    access: {
      tiers: { wide: ordinaryTier() },
      channels: { [channel.id]: 'wide' },
      roles: { analyst: { group: group.id, alone: 'wide' } },
    },
    board: undefined,
    aheadMs: 0,
  };
}

/** A folder with a live release of an invented country in it. */
export async function makeReleases(folder: string): Promise<string> {
  await makeTinyRelease(folder, { release: { synthetic: false } });
  await writeFile(join(folder, 'current.json'), JSON.stringify({ file: 'tiny.duckdb' }));
  return folder;
}

export async function endDoctorWorld({ fake, folder }: DoctorWorld): Promise<void> {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
}

/** Writes the configuration as it now is, unless a file is there already. */
export async function writeConfig({ env, access, board, folder }: DoctorWorld): Promise<void> {
  await mkdir(folder, { recursive: true });
  const ours = await readFile(join(projectFolder, 'mobility.config.yml'), 'utf8');
  const { method } = z.object({ method: z.unknown() }).parse(parse(ours));
  const text = stringify({ method, access, board });
  await writeFile(env['MOBILITY_CONFIG'] ?? '', text, { flag: 'wx' }).catch(() => undefined);
}

/** Looks at a world as the doctor does, and sees that what would be printed is readable and holds no secret. */
export async function lookAt(world: DoctorWorld): Promise<readonly CheckGroup[]> {
  await writeConfig(world);
  const place: DoctorPlace = {
    home: world.home,
    projectFolder,
    env: world.env,
    clock: () => new Date(Date.now() + world.aheadMs),
  };
  const groups = await examine(place);
  const text = printGroups(groups).join('\n');
  for (const secret of secretsOf(world)) expect(text).not.toContain(secret);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  return groups;
}

/** The secrets of a world. */
const secretsOf = ({ fake, env }: DoctorWorld): readonly string[] =>
  [
    fake.botToken,
    fake.appToken,
    signingSecret,
    env['SLACK_BOT_TOKEN'],
    env['SLACK_APP_TOKEN'],
    env['SLACK_SIGNING_SECRET'],
    env['BOARD_PROXY_SECRET'],
    databasePassword,
  ].filter((text) => text !== undefined);

/** All that is not well, as "group/name". */
export const notWell = (groups: readonly CheckGroup[]): readonly string[] =>
  groups.flatMap(({ name: group, results }) =>
    results.filter(({ state }) => state !== 'ok').map(({ name }) => `${group}/${name}`),
  );

export const resultOf = (groups: readonly CheckGroup[], path: string): CheckResult | undefined => {
  const [group, name] = path.split('/');
  return groups.find((one) => one.name === group)?.results.find((result) => result.name === name);
};
