import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { open } from '#test/access/cases.ts';
import { startFakeSlack, type FakeSlack } from '#test/support/slack/start-fake-slack.ts';
import { makeHome, startWith, type Program } from './faults/start-program.ts';
import { waitFor } from './wait-for.ts';

const secret = 'a secret that only the proxy has, and this test';
const withinMs = 60_000;
const board = {
  host: '127.0.0.1',
  port: 0,
  personHeader: 'x-user',
  groupsHeader: 'x-groups',
  secretHeader: 'x-secret',
  groups: [{ group: 'analysts', tier: 'all' }],
};

let fake: FakeSlack;
let folder = '';
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-start-'));
  fake = await startFakeSlack({ limits: 'none' });
  await makeHome(folder, { tiers: { all: open }, channels: {}, roles: {} });
});
afterEach(async () => {
  await program?.end('SIGKILL');
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

const start = async (): Promise<Program> => {
  program = await startWith(folder, {
    SLACK_BOT_TOKEN: fake.botToken,
    SLACK_API_URL: fake.apiUrl,
    SLACK_APP_TOKEN: fake.appToken,
    BOARD_PROXY_SECRET: secret,
  });
  return program;
};

test(
  'the program says where its dashboard is, and it is there',
  async () => {
    await appendFile(join(folder, 'config.yml'), `board: ${JSON.stringify(board)}\n`);
    const running = await start();
    const line = /^The dashboard is on (?<url>http:\S+\/board), for the proxy alone\.$/mu;
    const url = await waitFor(() => line.exec(running.said())?.groups?.['url'], withinMs);
    const headers = { 'x-secret': secret, 'x-user': 'ann', 'x-groups': 'analysts' };
    const page = await fetch(url, { headers });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Arden')]);
    expect(running.said()).not.toContain(secret);
  },
  3 * withinMs,
);

test(
  'without one it says nothing of it',
  async () => {
    const running = await start();
    expect(await running.end('SIGTERM')).toBe(0);
    expect(running.said()).toBe('Mobility is running in Socket Mode.\nMobility has stopped.\n');
  },
  3 * withinMs,
);
