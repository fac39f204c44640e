import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoardSettings } from '#src/bot/read-board-settings.ts';
import { faultOf } from '#test/support/fault-of.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-board-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const access = `
access:
  tiers:
    countries: { commands: [trend], level: country, areas: all, modes: none, guests: refuse }
  channels: {}
  roles: {}
`;
const board = (tier: string) => `
board:
  host: 127.0.0.1
  port: 8080
  personHeader: X-User
  groupsHeader: X-Groups
  secretHeader: X-Secret
  groups:
    - { group: ministers, tier: ${tier} }
`;
const secret = 's'.repeat(32);

async function read(text: string, env: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'mobility.config.yml');
  await writeFile(file, text);
  return readBoardSettings(file, env);
}

test('without a section there is no dashboard, whatever the environment holds', async () => {
  expect(await read(access, { BOARD_PROXY_SECRET: secret })).toBeUndefined();
});

test('the section of this project is off', async () => {
  const file = join(import.meta.dirname, '../../mobility.config.yml');
  expect(await readBoardSettings(file, { BOARD_PROXY_SECRET: secret })).toBeUndefined();
});

test('a section and a secret are read', async () => {
  expect(await read(access + board('countries'), { BOARD_PROXY_SECRET: secret })).toMatchObject({
    secret,
    config: { port: 8080, groups: [{ group: 'ministers', tier: 'countries' }] },
  });
});

type Wrong = [string, string, string, Readonly<Record<string, string>>];

test.each<Wrong>([
  ['no secret', 'BOARD_PROXY_SECRET is not set', board('countries'), {}],
  ['an empty one', 'BOARD_PROXY_SECRET is not set', board('countries'), { BOARD_PROXY_SECRET: '' }],
  [
    'a short one',
    'BOARD_PROXY_SECRET is too short',
    board('countries'),
    { BOARD_PROXY_SECRET: secret.slice(1) },
  ],
  ...[`${secret}\n`, ` ${secret}`, `${secret}é`].map((wrong): Wrong => [
    `the secret ${JSON.stringify(wrong.replace(secret, '…'))}`,
    'BOARD_PROXY_SECRET cannot be sent in a header',
    board('countries'),
    { BOARD_PROXY_SECRET: wrong },
  ]),
  [
    'a tier that there is not',
    'board.groups.0.tier',
    board('districts'),
    { BOARD_PROXY_SECRET: secret },
  ],
  [
    'a tier by a name that every object has',
    'board.groups.0.tier',
    board('constructor'),
    { BOARD_PROXY_SECRET: secret },
  ],
  ['a section without anything in it', 'board', 'board:\n', { BOARD_PROXY_SECRET: secret }],
])('does not start with %s, and says so', async (_, said, section, env) => {
  const fault = await faultOf(read(access + section, env));
  expect(fault).toMatchObject({ name: 'ConfigFault' });
  expect(fault.message).toContain(said);
  expect(fault.message).not.toContain(secret.slice(1));
});
