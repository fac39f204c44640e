import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfigArguments } from '#src/config/read-config-arguments.ts';
import {
  endDoctorWorld,
  makeDoctorWorld,
  makeReleases,
  type DoctorWorld,
} from '#test/doctor/doctor-world.ts';
import { runInWorld } from '#test/doctor/run-in-world.ts';

let releases = '';
let world: DoctorWorld;

beforeAll(async () => {
  releases = await makeReleases(await mkdtemp(join(tmpdir(), 'mobility-config-release-')));
});
afterAll(() => rm(releases, { recursive: true, force: true }));
beforeEach(async () => {
  world = await makeDoctorWorld(releases);
});
afterEach(() => endDoctorWorld(world));

const explain = (channel: string) => runInWorld(world, 'config', 'explain', channel);

test('it says who may see what in a channel, and why, from what Slack says now', async () => {
  const { code, stdout, stderr } = await explain(world.channel.id);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.split('\n').map((line) => line.replace(/^[-\s]+/u, ''));
  expect(lines.slice(0, 5)).toEqual([
    `${world.channel.id} is a private channel. The bot is a member.`,
    'People: 2, of them 0 with guest accounts and 0 from other organisations.',
    'Shared: no.',
    'Questions are answered here.',
    'Tier wide:',
  ]);
  expect(lines.filter((line) => line === 'places: regions and larger places')).toHaveLength(2);
  expect(stdout).toContain(`analyst (user group ${world.group.id})`);
});

test('places are held against the release that answers', async () => {
  Object.assign(world.access.tiers['wide'] ?? {}, { areas: ['ARD-X'] });
  const { code, stdout } = await explain(world.channel.id);
  expect(code).toBe(0);
  expect(stdout).toContain('places: none of these data');
});

test('a channel that has become shared since is explained so', async () => {
  Object.assign(world.channel, { isShared: true, isExtShared: true });
  const { code, stdout } = await explain(world.channel.id);
  expect(code).toBe(0);
  expect(stdout).toContain('Shared: with another organisation.\nNothing is answered here:\n');
});

test('without a release the channel is explained all the same, and none is made', async () => {
  await rm(join(world.home, 'releases'), { recursive: true });
  const { code, stdout } = await explain(world.channel.id);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\nNo release answers at present, so the names of places could not/u);
});

test.each<readonly [string, (spoilt: DoctorWorld) => void | Promise<void>, RegExp]>([
  [
    'an unknown channel',
    ({ channel }) => void (channel.hasBot = false),
    /^The bot sees no such channel: check the ID; a private channel is seen once the bot is invited\.\n$/u,
  ],
  [
    'no token',
    ({ env }) => void delete env['SLACK_BOT_TOKEN'],
    /^The channel cannot be explained: SLACK_BOT_TOKEN is not set: .*npm run doctor\.\n$/u,
  ],
  [
    'a wrong token',
    ({ env }) => void (env['SLACK_BOT_TOKEN'] = 'xoxb-wrong-one'),
    /^The channel cannot be explained: .*\(invalid_auth\).*npm run doctor\.\n$/u,
  ],
  [
    'a broken configuration',
    ({ env }) => writeFile(env['MOBILITY_CONFIG'] ?? '', 'access: 3'),
    /^The channel cannot be explained: mobility\.config\.yml: access: .*npm run doctor\.\n$/u,
  ],
])('%s is one sentence, and exit code 1', async (_, spoil, said) => {
  await spoil(world);
  const { code, stdout, stderr } = await explain(world.channel.id);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/xoxb-(?:fake|wrong)|xapp-fake/u);
});

test('the signing secret is not needed to explain', async () => {
  delete world.env['SLACK_APP_TOKEN'];
  expect(await explain(world.channel.id)).toMatchObject({ code: 0 });
});

test('a name in place of an ID is one sentence, and exit code 1', async () => {
  const { code, stdout, stderr } = await explain('#mobility');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^That is no ID of a channel\..* such as C0123456789\.\n$/u);
});

test('it is called as it says', async () => {
  const { code, stdout } = await runInWorld(world, 'config', '--help');
  expect(code).toBe(0);
  expect(stdout).toContain('npm run config -- explain C0123456789');
});

test.each([
  [[], /^Say what to do/u],
  [['show', 'C0123456789'], /^Say what to do/u],
  [['explain'], /^Name a channel by its ID/u],
  [['explain', 'C0123456789', 'C0123456780'], /^Name one channel at a time/u],
  [['explain', '#mobility'], /^That is no ID of a channel/u],
  [['explain', 'mobility'], /^That is no ID of a channel/u],
  [['explain', 'U0123456789'], /^That is no ID of a channel/u],
  [['explain', 'D0123456789'], /^That is a direct message/u],
])('%o is not understood, and what to write is said', (argv, said) => {
  const read = readConfigArguments(argv);
  expect(read.kind).toBe('misunderstood');
  expect('message' in read ? read.message : '').toMatch(said);
});
