import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startOfficeThread } from '#src/bot/start-office-thread.ts';
import { words } from '#src/board/words.ts';
import { faultOf } from '#test/support/fault-of.ts';

const projectFolder = join(import.meta.dirname, '../..');
const secret = 'a secret that only the proxy has, and this test';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mobility-board-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));
afterEach(() => void vi.unstubAllEnvs());

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The configuration of this project, with a dashboard. */
async function withBoard(port: number): Promise<string> {
  const file = join(home, 'mobility.config.yml');
  const own = await readFile(join(projectFolder, 'mobility.config.yml'), 'utf8');
  const board = { host: '127.0.0.1', port, groups: [{ group: 'staff', tier: 'regions' }] };
  const headers = { personHeader: 'X-User', groupsHeader: 'X-Groups', secretHeader: 'X-Secret' };
  await writeFile(file, `${own}\nboard: ${JSON.stringify({ ...board, ...headers })}\n`);
  return file;
}

const start = (configFile: string) =>
  startOfficeThread({
    home,
    projectFolder,
    token: 'xoxb-of-nobody',
    apiUrl: 'http://127.0.0.1:9/',
    configFile,
  });

test('the office of the bot serves the dashboard that is set up, to the proxy', async () => {
  const port = await freePort();
  vi.stubEnv('BOARD_PROXY_SECRET', secret);
  const office = await start(await withBoard(port));
  const url = `http://127.0.0.1:${port}/board`;
  expect(office.boardUrl).toBe(url);
  expect((await fetch(url)).status).toBe(403);
  const headers = { 'x-secret': secret, 'x-user': 'ann', 'x-groups': 'staff' };
  const reply = await fetch(url, { headers });
  expect(reply.status).toBe(503);
  expect(await reply.text()).toContain(words.noRelease.message);
  await office.stop();
});

test('where no dashboard is set up there is none', async () => {
  vi.stubEnv('BOARD_PROXY_SECRET', secret);
  const office = await start(join(projectFolder, 'mobility.config.yml'));
  expect(office.boardUrl).toBeUndefined();
  await office.stop();
});

test('it does not start without the secret', async () => {
  vi.stubEnv('BOARD_PROXY_SECRET', '');
  const fault = await faultOf(start(await withBoard(await freePort())));
  expect(fault).toMatchObject({ name: 'ConfigFault', code: 'badSetting' });
  expect(fault.message).toContain('BOARD_PROXY_SECRET is not set');
});
