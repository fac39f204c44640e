import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { usualGate } from '#src/board/make-gate.ts';
import { words } from '#src/board/words.ts';
import { openBoard } from '#src/bot/open-board.ts';
import { openOffice } from '#src/bot/open-office.ts';
import { makeLocalSlack } from '#src/edges/slack/local/make-local-slack.ts';
import { foundTown } from '#src/edges/slack/local/town.ts';
import { makeWorkspace } from '#src/edges/slack/local/workspace.ts';
import { openScratch } from '#src/edges/store/open-scratch.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import type { Store } from '#src/state/store.ts';
import { open } from '#test/access/cases.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';
import { readAudit } from './read-audit.ts';

const secret = 'a secret that only the proxy has, and this test';
const config = {
  host: '127.0.0.1',
  port: 0,
  personHeader: 'x-user',
  groupsHeader: 'x-groups',
  secretHeader: 'x-secret',
  groups: [
    { group: 'ministers', tier: 'regions' },
    { group: 'analysts', tier: 'districts' },
    { group: 'trends', tier: 'trends' },
  ],
};
const tiers = {
  regions: { ...open, level: 'region' },
  districts: open,
  trends: { ...open, commands: ['trend' as const] },
};
const clock = () => new Date();
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

let real: Awaited<ReturnType<typeof makeTinyEdges>>;
let scratch: Awaited<ReturnType<typeof openScratch>>;
let store: Store;
beforeAll(async () => {
  [real, scratch] = await Promise.all([
    makeTinyEdges({ release: { synthetic: false } }),
    openScratch(),
  ]);
  store = await openStore(scratch.place, clock);
});
afterAll(async () => {
  await store.close();
  await scratch.remove();
  await real.close();
});

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

const releaseOf = (edges: typeof real.edges) => ({
  current: () => edges,
  look: () => Promise.resolve(false),
  close: () => Promise.resolve(),
});

/** Serves it, and looks at it as the proxy passes somebody on. */
async function serve(parts: { readonly store?: Store; readonly clock?: () => Date } = {}) {
  const reports: unknown[] = [];
  const served = await openBoard(
    { config, secret },
    {
      store,
      release: releaseOf(real.edges),
      hash,
      clock,
      report: (fault) => {
        reports.push(fault);
        return '7F3A';
      },
      tiers,
      ...parts,
    },
  );
  ending.push(served.stop);
  const look = (groups: string, path = '/board', user = 'Ann@example.org') =>
    fetch(served.url + path, {
      headers: { 'x-secret': secret, 'x-user': user, 'x-groups': groups },
    });
  return { look, reports };
}

test('every view of real data is in the audit before it is seen, in the name that the proxy gives', async () => {
  const { look, reports } = await serve();
  const before = (await readAudit({ store })).length;
  const page = await look('analysts');
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain(words.signedInAs('Ann@example.org'));
  expect(html).not.toContain(words.synthetic);
  const entries = (await readAudit({ store })).slice(before);
  expect(entries.map(({ action }) => action)).toEqual(Array(4).fill('answer.given'));
  for (const entry of entries) {
    expect(entry).toMatchObject({
      actor: { kind: 'person', id: 'proxy:ann@example.org' },
      channel: { id: 'board:proxy:ann@example.org', audience: { kind: 'direct', members: 1 } },
      decision: 'answered',
      release: 'tiny-1',
    });
    expect(entry.cells).toMatch(/^[0-9a-f]{64}$/u);
    expect(html).toContain(`/mobility ${entry.ask?.replaceAll('"', '&quot;')}`);
  }
  const picture = await look('analysts', '/board/trend.png?release=tiny-1');
  expect(picture.headers.get('content-type')).toBe('image/png');
  const [drawn, ...more] = (await readAudit({ store })).slice(before + 4);
  expect(more).toEqual([]);
  expect(drawn).toMatchObject({ ask: entries[0]?.ask, action: 'answer.given' });
  expect(reports).toEqual([]);
});

test('each group sees by its tier, and no group sees nothing', async () => {
  const { look } = await serve();
  expect(await (await look('analysts')).text()).toContain('Alderton');
  expect(await (await look('analysts,ministers')).text()).not.toContain('Alderton');
  const refused = await look('cleaners');
  expect(refused.status).toBe(403);
  const html = await refused.text();
  expect(html).toContain(words.noGroup.message);
  expect(html).not.toContain('Arden');
  const nobody = await look('analysts', '/board', 'ann, ben');
  expect([nobody.status, await nobody.text()]).toEqual([403, words.notNamed]);
});

test('who loads it over and over is asked to wait, and nobody else', async () => {
  const time = { ms: Date.parse('2022-11-01T09:00:00Z') };
  const { look } = await serve({ clock: () => new Date(time.ms) });
  const gone = '/board/trend.png?release=gone';
  for (let count = 0; count < usualGate.aMinute; count += 1)
    expect((await look('analysts', gone)).status).toBe(404);
  for (const path of ['/board', gone]) {
    const reply = await look('analysts', path);
    expect([reply.status, await reply.text()]).toEqual([429, words.tooMany]);
    expect(reply.headers.get('retry-after')).toBe('60');
  }
  expect((await look('analysts', '/board/board.css')).status).toBe(200);
  expect((await look('analysts', gone, 'Ben@example.org')).status).toBe(404);
  time.ms += 60_000;
  expect((await look('analysts', gone)).status).toBe(404);
});

test('what is refused is in the audit too, with why', async () => {
  const { look } = await serve();
  const before = (await readAudit({ store })).length;
  await look('cleaners');
  await look('ministers', '/board?area=ARD-S1&event=');
  const entries = (await readAudit({ store })).slice(before);
  const refused = entries.filter(({ action }) => action === 'answer.refused');
  expect(refused).toMatchObject([
    { decision: 'notPermitted', reason: 'noGroup', actor: { id: 'proxy:ann@example.org' } },
    { decision: 'notPermitted', reason: 'level', ask: 'region:Cedarham', release: 'tiny-1' },
  ]);
  await look('trends', '/board/compare.png?release=tiny-1');
  expect((await readAudit({ store })).slice(before + entries.length)).toMatchObject([
    { action: 'answer.refused', decision: 'notPermitted', reason: 'command' },
  ]);
});

test('what cannot be entered in the audit is not shown', async () => {
  const fault = new Error('the disk is full');
  const { look, reports } = await serve({
    store: { ...store, change: () => Promise.reject(fault) },
  });
  for (const path of ['/board', '/board/trend.png?release=tiny-1']) {
    const reply = await look('analysts', path);
    expect([reply.status, await reply.text()]).toEqual([500, words.failed('7F3A')]);
  }
  expect(reports).toEqual([fault, fault]);
});

test('the office serves it for as long as it works', async () => {
  const own = await openScratch();
  const town = foundTown(tiers);
  const port = 20_000 + (process.pid % 20_000);
  const office = await openOffice(
    own.place,
    {
      release: releaseOf(real.edges),
      slack: makeLocalSlack(makeWorkspace(town, clock)),
      access: town.access,
      board: { config: { ...config, port }, secret },
      clock,
      report: () => '7F3A',
    },
    () => undefined,
  );
  const url = `http://127.0.0.1:${port}/board`;
  expect(office.boardUrl).toBe(url);
  expect((await fetch(url)).status).toBe(403);
  expect((await fetch(url, { headers: { 'x-secret': secret } })).status).toBe(403);
  await office.stop();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  await own.remove();
});
