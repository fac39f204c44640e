import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHome, startWith, type Program } from '#test/bot/faults/start-program.ts';
import { tiers } from './open-playground.ts';

let folder: string;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-page-'));
});
afterEach(async () => {
  await program?.end('SIGKILL');
  program = undefined;
  await rm(folder, { recursive: true, force: true });
});

const access = { tiers, channels: {}, roles: {} };
const start = async (env: Readonly<Record<string, string>>): Promise<Program> => {
  program = await startWith(folder, { PORT: '0', TMPDIR: folder, ...env });
  return program;
};

test('without Slack it says so, serves the page, leaves nothing behind, and ends as told', async () => {
  await makeHome(folder, access, { synthetic: true });
  const running = await start({});
  expect(running.said()).toContain(
    'SLACK_BOT_TOKEN is not set, so there is no Slack to answer in.',
  );
  const page = await fetch(`${running.url}/`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('wide')]);
  expect(await running.end('SIGTERM')).toBe(0);
  const left = await readdir(folder);
  expect(left.filter((name) => name.startsWith('mobility-'))).toEqual([]);
  expect(await readdir(join(folder, 'home'))).not.toContain('deliveries');
});

test('real data are never shown on it', async () => {
  await makeHome(folder, access, { synthetic: false });
  await expect(start({})).rejects.toThrow('the release that answers holds real data');
});

test('a part of what Slack needs is not none of it', async () => {
  await makeHome(folder, access, { synthetic: true });
  await expect(start({ SLACK_SIGNING_SECRET: 'kept-from-all-logs' })).rejects.toThrow(
    'SLACK_BOT_TOKEN is not set: it is the bot token',
  );
});

test('where the port is taken it says what to do', async () => {
  await makeHome(folder, access, { synthetic: true });
  const other = createServer();
  await once(other.listen({ host: '127.0.0.1', port: 0 }), 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    await expect(start({ PORT: String(port) })).rejects.toThrow(
      `the page cannot be served on port ${port}: free it, or set PORT to another`,
    );
  } finally {
    other.close();
  }
});
