import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest';
import { readManifest, readManifestText, wantedScopes } from '#src/manifest/read-manifest.ts';
import {
  databasePassword,
  endDoctorWorld,
  lookAt,
  makeDoctorWorld,
  makeReleases,
  notWell,
  projectFolder,
  resultOf,
  type DoctorWorld,
} from './doctor-world.ts';

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

/** What is noted even where nothing is amiss: what a bot's token cannot see. */
const always = ['Slack/manifest'];

test('where nothing is amiss everything is ok, but for what nobody can see', async () => {
  const groups = await lookAt(world);
  expect(notWell(groups)).toEqual(always);
  expect(resultOf(groups, 'Slack/token')?.said).toBe('Good: the bot is @mobility of fake.');
  expect(resultOf(groups, `Channels/${world.channel.id}`)?.said).toBe(
    'Private, 2 people. Tier: wide.',
  );
  expect(resultOf(groups, 'Roles/analyst')?.said).toBe(
    `User group ${world.group.id}, 2 people. Direct messages: tier wide.`,
  );
  expect(resultOf(groups, 'Tiers/wide')?.said).toBe('Reaches regions and larger places.');
  expect(groups.map(({ name }) => name)).toEqual([
    'Settings',
    'Slack',
    'Channels',
    'Roles',
    'Configuration',
    'Tiers',
    'Dashboard',
    'Release',
    'State',
    'Machine',
  ]);
});

test('it posts, opens and lists nothing: no call of it changes Slack or goes through all channels', async () => {
  await lookAt(world);
  expect(new Set(world.fake.calls().map(({ method }) => method))).toEqual(
    new Set([
      'api.test',
      'apps.connections.open',
      'auth.test',
      'conversations.info',
      'conversations.members',
      'usergroups.list',
      'users.info',
    ]),
  );
  expect(world.fake.sockets()).toBe(0);
});

test('it makes nothing where the state is to lie', async () => {
  const before = await readdir(world.home, { recursive: true });
  await lookAt(world);
  expect(await readdir(world.home, { recursive: true })).toEqual(before);
});

test('over HTTP no token of the app is looked at', async () => {
  delete world.env['SLACK_APP_TOKEN'];
  world.env['SLACK_SIGNING_SECRET'] = world.fake.signingSecret;
  const groups = await lookAt(world);
  expect(notWell(groups)).toEqual(always);
  expect(resultOf(groups, 'Settings/settings')?.said).toMatch(
    /^HTTP: Slack calls the bot, which listens on 0\.0\.0\.0, port 3000\./u,
  );
  expect(resultOf(groups, 'Slack/app token')).toBeUndefined();
});

/** What is amiss, the lines that say so (first the one whose words are given), and what it says. */
type Amiss = readonly [
  what: string,
  spoil: (world: DoctorWorld) => void | Promise<void>,
  line: string | ((world: DoctorWorld) => string),
  said: RegExp,
  others: readonly string[],
];

const inChannel = ({ channel }: DoctorWorld): string => `Channels/${channel.id}`;

const nobodyThere = `postgresql://somebody:${databasePassword}@127.0.0.1:9/mobility`;

const writeBroken = (text: string) => (spoilt: DoctorWorld) =>
  writeFile(spoilt.env['MOBILITY_CONFIG'] ?? '', text);

const boardSecret = 'a secret that only the proxy has, and this test';

/** A world with a dashboard that is set up. */
function setUpBoard(spoilt: DoctorWorld, more: Readonly<Record<string, unknown>> = {}): void {
  spoilt.env['BOARD_PROXY_SECRET'] = boardSecret;
  spoilt.board = {
    host: '127.0.0.1',
    port: 0,
    personHeader: 'X-User',
    groupsHeader: 'X-Groups',
    secretHeader: 'X-Secret',
    groups: [
      { group: 'analysts', tier: 'wide' },
      { group: 'staff', tier: 'wide' },
    ],
    ...more,
  };
}

const amiss: readonly Amiss[] = [
  [
    'a dashboard with a setting that cannot be read',
    (spoilt) => setUpBoard(spoilt, { port: 70_000 }),
    'Dashboard/section',
    /^mobility\.config\.yml: board\.port: .* Correct it, then run this again\.$/u,
    always,
  ],
  [
    'a dashboard without the secret of its proxy',
    (spoilt) => {
      setUpBoard(spoilt);
      delete spoilt.env['BOARD_PROXY_SECRET'];
    },
    'Dashboard/secret',
    /^BOARD_PROXY_SECRET is not set: .* Give it to the bot and to the proxy: openssl rand -hex 32$/u,
    always,
  ],
  [
    'a dashboard with a secret that is too short',
    (spoilt) => {
      setUpBoard(spoilt);
      spoilt.env['BOARD_PROXY_SECRET'] = boardSecret.slice(0, 31);
    },
    'Dashboard/secret',
    /^BOARD_PROXY_SECRET is too short/u,
    always,
  ],
  [
    'a dashboard at an address of another machine',
    (spoilt) => setUpBoard(spoilt, { host: '192.0.2.1' }),
    'Dashboard/address',
    /^192\.0\.2\.1 is no address of this machine\. Correct host/u,
    always,
  ],
  [
    'a group of the dashboard with a tier that there is not',
    (spoilt) =>
      setUpBoard(spoilt, {
        groups: [
          { group: 'analysts', tier: 'wide' },
          { group: 'staff', tier: 'grand' },
        ],
      }),
    'Dashboard/groups',
    /board\.groups\.1\.tier: names a tier that is not among the tiers\. Correct it/u,
    always,
  ],
  [
    'no bot token',
    ({ env }) => void delete env['SLACK_BOT_TOKEN'],
    'Settings/settings',
    /^SLACK_BOT_TOKEN is not set/u,
    ['Slack/token'],
  ],
  [
    'a bot token of another form',
    ({ env }) => void (env['SLACK_BOT_TOKEN'] = 'xoxp-not-of-a-bot'),
    'Settings/settings',
    /^SLACK_BOT_TOKEN does not look right/u,
    ['Slack/token'],
  ],
  [
    'neither signing secret nor app token, which stops nothing else',
    ({ env }) => void delete env['SLACK_APP_TOKEN'],
    'Settings/settings',
    /^SLACK_SIGNING_SECRET is not set/u,
    always,
  ],
  [
    'a wrong bot token',
    ({ env }) => void (env['SLACK_BOT_TOKEN'] = 'xoxb-wrong-one'),
    'Slack/token',
    /invalid_auth\)\. So neither channels nor user groups were looked at\. Copy the token anew/u,
    [],
  ],
  [
    'a wrong app token',
    ({ env }) => void (env['SLACK_APP_TOKEN'] = 'xapp-wrong-one'),
    'Slack/app token',
    /invalid_auth.*Copy the token anew/u,
    always,
  ],
  [
    'Slack down',
    ({ fake }) => fake.down(),
    'Slack/token',
    /cannot be reached.*Check that this machine may reach Slack/u,
    ['Slack/clock', 'Slack/app token'],
  ],
  [
    'two scopes missing',
    ({ fake }) => void (fake.scopes.delete('im:write') && fake.scopes.delete('files:read')),
    'Slack/scopes',
    /^Missing: files:read and im:write\. Add what is missing/u,
    always,
  ],
  [
    'scopes that nobody asked for',
    ({ fake }) => void fake.scopes.add('channels:history').add('chat:write.public'),
    'Slack/scopes',
    /^More than manifest\.yml asks for: channels:history and chat:write\.public\. Take out/u,
    always,
  ],
  [
    'a clock 90 seconds ahead',
    (spoilt) => void (spoilt.aheadMs = 90_000),
    'Slack/clock',
    /^This machine is (?:89|90|91) seconds ahead of Slack/u,
    always,
  ],
  [
    'a clock 90 seconds behind',
    (spoilt) => void (spoilt.aheadMs = -90_000),
    'Slack/clock',
    /^This machine is (?:89|90|91) seconds behind Slack/u,
    always,
  ],
  [
    'a configuration that is missing',
    ({ env, folder }) => void (env['MOBILITY_CONFIG'] = join(folder, 'nowhere/config.yml')),
    'Configuration/access',
    /is missing/u,
    [...always, 'Configuration/method', 'Dashboard/section'],
  ],
  [
    'a configuration that is not YAML',
    writeBroken('access: ['),
    'Configuration/access',
    /is not YAML/u,
    [...always, 'Configuration/method', 'Dashboard/section'],
  ],
  [
    'a tier that is not among the tiers',
    ({ access, channel }) => void (access.channels[channel.id] = 'grand'),
    'Configuration/access',
    /access\.channels\.C\w+: names a tier that is not among the tiers/u,
    always,
  ],
  [
    'nobody who may ask',
    ({ access }) => {
      access.channels = {};
      access.roles = {};
    },
    'Configuration/access',
    /^No channel and no role may ask anything/u,
    always,
  ],
  [
    'a tier of a level that the data do not have',
    ({ access }) => void Object.assign(access.tiers['wide'] ?? {}, { level: 'parish' }),
    'Tiers/wide',
    /^It reaches no place of the data in use.*They do not have: parish\./u,
    always,
  ],
  [
    'a tier within places that the data do not have',
    ({ access }) => void Object.assign(access.tiers['wide'] ?? {}, { areas: ['ARD-X'] }),
    'Tiers/wide',
    /^It reaches no place of the data in use.*They do not have: ARD-X\./u,
    always,
  ],
  [
    'a tier with one name too many',
    ({ access }) => void Object.assign(access.tiers['wide'] ?? {}, { modes: ['bus', 'tram'] }),
    'Tiers/wide',
    /^Some names allow nothing.*They do not have: tram\./u,
    always,
  ],
  [
    'a channel that is not there',
    ({ access }) => void (access.channels['C0NOWHERE'] = 'wide'),
    'Channels/C0NOWHERE',
    /^The bot sees no such channel\. Check the ID/u,
    always,
  ],
  [
    'a private channel without the bot',
    ({ channel }) => void (channel.hasBot = false),
    inChannel,
    /^The bot sees no such channel\./u,
    always,
  ],
  [
    'a public channel without the bot',
    ({ channel }) => void Object.assign(channel, { kind: 'public', hasBot: false }),
    inChannel,
    /^The bot is not a member of this channel.*Invite it/u,
    always,
  ],
  [
    'an archived channel',
    ({ channel }) => void (channel.isArchived = true),
    inChannel,
    /^This channel is archived.*Unarchive it, or take the channel out/u,
    always,
  ],
  [
    'a channel shared with another organisation',
    ({ channel }) => void Object.assign(channel, { isShared: true, isExtShared: true }),
    inChannel,
    /^People of another organisation can read.*End the sharing/u,
    always,
  ],
  [
    'a share that is offered',
    ({ channel }) => void (channel.isPendingExtShared = true),
    inChannel,
    /^We cannot be sure.*Withdraw the invitation/u,
    always,
  ],
  [
    'a channel of several workspaces',
    ({ channel }) => void Object.assign(channel, { isShared: true, isOrgShared: true }),
    inChannel,
    /^People of other workspaces.*Make it a channel of this workspace alone/u,
    always,
  ],
  [
    'a guest, where the tier refuses guests',
    ({ fake, channel }) => void channel.members.push(fake.addUser({ isGuest: true }).id),
    inChannel,
    /guest account.*Take the guests out of the channel, or let its tier allow guests/u,
    always,
  ],
  [
    'a stranger among the members',
    ({ fake, channel }) => void channel.members.push(fake.addUser({ isStranger: true }).id),
    inChannel,
    /Somebody from another organisation/u,
    always,
  ],
  [
    'a role whose user group is not there',
    ({ access }) => void (access.roles['approver'] = { group: 'S0NOWHERE' }),
    'Roles/approver',
    /^There is no user group S0NOWHERE in this workspace\. Correct its ID/u,
    always,
  ],
  [
    'a role that nobody holds',
    ({ group }) => void (group.users = []),
    'Roles/analyst',
    /has no members, so nobody holds this role\. Add people/u,
    always,
  ],
  [
    'a failing list of user groups, which stops nothing else',
    ({ fake }) => fake.fail('usergroups.list', { kind: 'error', error: 'plan_upgrade_required' }),
    'Roles/analyst',
    /plan_upgrade_required/u,
    always,
  ],
  [
    'a channel that cannot be read, which stops nothing else',
    ({ fake }) => fake.fail('conversations.info', { kind: 'ratelimited', retryAfterS: 30 }),
    inChannel,
    /Wait a minute, then run this again/u,
    always,
  ],
  [
    'no release',
    ({ home }) => rm(join(home, 'releases'), { recursive: true }),
    'Release/release',
    /^No release answers yet/u,
    [...always, 'Tiers/wide'],
  ],
  [
    'a withdrawn release',
    ({ home }) => writeFile(join(home, 'releases/current.json'), '{"withdrawn":true}'),
    'Release/release',
    /^No release answers: the last one was withdrawn\. Let another one answer/u,
    [...always, 'Tiers/wide'],
  ],
  [
    'a release file that is broken',
    ({ home }) => writeFile(join(home, 'releases/tiny.duckdb'), 'no database'),
    'Release/release',
    /^The release file cannot be read/u,
    [...always, 'Tiers/wide'],
  ],
  [
    'a pointer that cannot be read',
    ({ home }) => writeFile(join(home, 'releases/current.json'), 'no pointer'),
    'Release/release',
    /^The pointer to the live release cannot be read/u,
    [...always, 'Tiers/wide'],
  ],
  [
    'a PostgreSQL that does not answer',
    async ({ env, folder }) => {
      env['MOBILITY_AUDIT_KEY_FILE'] = join(folder, 'audit.key');
      env['DATABASE_URL'] = nobodyThere;
      await writeFile(env['MOBILITY_AUDIT_KEY_FILE'], 'ab'.repeat(32), { mode: 0o600 });
    },
    'State/database',
    /^The state cannot be reached: check DATABASE_URL/u,
    always,
  ],
  [
    'a PostgreSQL without a secret of the audit',
    ({ env }) => void (env['DATABASE_URL'] = nobodyThere),
    'State/database',
    /MOBILITY_AUDIT_KEY_FILE/u,
    always,
  ],
];

describe('one thing amiss is one line, and stops nothing else:', () => {
  test.each<Amiss>(amiss)('%s', async (_, spoil, line, said, others) => {
    await spoil(world);
    const path = typeof line === 'string' ? line : line(world);
    const groups = await lookAt(world);
    const { said: words = '', next = '' } = resultOf(groups, path) ?? {};
    expect(`${words} ${next}`).toMatch(said);
    expect(notWell(groups).toSorted()).toEqual([path, ...others].toSorted());
  });
});

test('a dashboard that is off is said to be off, and one that is set up to be so', async () => {
  expect(resultOf(await lookAt(world), 'Dashboard/section')).toMatchObject({
    state: 'ok',
    said: 'Off. To set it up: docs/board.md.',
  });
  await rm(world.env['MOBILITY_CONFIG'] ?? '');
  setUpBoard(world);
  const groups = await lookAt(world);
  expect(notWell(groups)).toEqual(always);
  expect(groups.find(({ name }) => name === 'Dashboard')?.results).toEqual([
    { name: 'address', state: 'ok', said: 'The dashboard can listen on 127.0.0.1, port 0.' },
    { name: 'secret', state: 'ok', said: 'BOARD_PROXY_SECRET is set.' },
    { name: 'groups', state: 'ok', said: '2 groups with tier wide.' },
  ]);
});

test('where something listens already the dashboard may be at work, and nobody is sent to mend it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  // `as`: it listens on a port.
  const { port } = server.address() as AddressInfo;
  setUpBoard(world, { port });
  const groups = await lookAt(world);
  expect(notWell(groups).toSorted()).toEqual(['Dashboard/address', ...always].toSorted());
  expect(resultOf(groups, 'Dashboard/address')).toMatchObject({
    state: 'attention',
    said: `Something listens on 127.0.0.1, port ${port}, as the bot does while it runs.`,
  });
});

test('a dashboard whose tiers cannot be read is not said to be well', async () => {
  setUpBoard(world);
  world.access.channels[world.channel.id] = 'grand';
  expect(resultOf(await lookAt(world), 'Dashboard/groups')).toEqual({
    name: 'groups',
    state: 'failed',
    said: 'The tiers cannot be read.',
    next: 'Mend the section access first.',
  });
});

test('a Slack that never answers is given up after ten seconds, and stops nothing else', async () => {
  world.fake.fail('auth.test', { kind: 'hang' }, { times: Infinity });
  const started = performance.now();
  const groups = await lookAt(world);
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(notWell(groups)).toEqual(['Slack/token']);
  expect(resultOf(groups, 'Slack/token')?.said).toMatch(/took (?:longer|too long)/u);
});

test('what only is to be known is not to be mended: no release yet', async () => {
  await rm(join(world.home, 'releases'), { recursive: true });
  const groups = await lookAt(world);
  expect(resultOf(groups, 'Release/release')?.state).toBe('attention');
  expect(resultOf(groups, 'Slack/manifest')?.state).toBe('attention');
});

test('a guest is counted where the tier allows guests', async () => {
  Object.assign(world.access.tiers['wide'] ?? {}, { guests: 'allow' });
  world.channel.members.push(world.fake.addUser({ isGuest: true }).id);
  const groups = await lookAt(world);
  expect(notWell(groups)).toEqual(always);
  expect(resultOf(groups, `Channels/${world.channel.id}`)?.said).toBe(
    'Private, 3 people, of them 1 with guest accounts. Tier: wide.',
  );
});

test('the fake grants what the manifest asks for, so that nothing is amiss above by chance', async () => {
  const wanted = wantedScopes(readManifest(await readManifestText(projectFolder)));
  expect(new Set(wanted)).toEqual(world.fake.scopes);
});
