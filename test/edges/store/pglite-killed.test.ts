import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '#src/edges/store/open-store.ts';
import { auditEvent } from '#src/state/audit-event.ts';
import type { Store } from '#src/state/store.ts';
import { checkAudit } from '#test/support/check-audit.ts';
import { isThorough } from '#test/support/thorough.ts';
import { startWriter } from '#test/support/start-writer.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mobility-killed-'));
});
afterEach(() => rm(home, { recursive: true }));

const kills = Number(process.env['KILLS'] ?? (isThorough ? 26 : 4));
const open = () =>
  openStore({ home, databaseUrl: undefined, auditKeyFile: undefined }, () => new Date());

/** The keys of the changes that are kept: each has both of its events, its message, and its place in a chain that holds. */
async function keptKeys(store: Store): Promise<readonly string[]> {
  await checkAudit(store, home);
  const rows = await store.audit.rows(0, 1_000_000);
  const events = rows.map(({ event }) => auditEvent.parse(JSON.parse(event)));
  const keysOf = (action: string) =>
    events.filter((event) => event.action === action).map(({ subject }) => subject);
  const keys = keysOf('message.queued');
  expect(keysOf('delivery.accepted')).toEqual(keys);
  expect((await store.messages.count()).queued).toBe(keys.length);
  for (const key of keys.slice(-20)) expect(await store.messages.find(key)).toMatchObject({ key });
  return keys;
}

// The golden ratio spreads the moments evenly.
const spread = (at: number): number => (at * 0.618_034) % 1;

test('a process killed while it writes leaves every change that it said was made, and no half of one', async () => {
  const said: string[] = [];
  let cutShort = 0;
  let openMs = 1000;
  for (let at = 1; at <= kills; at += 1) {
    const begun = performance.now();
    const writer = startWriter(home);
    if (at > 1 && at % 4 === 0) {
      // As it opens, and mends what the kill before left.
      await sleep(spread(at) * openMs);
    } else {
      await writer.hasWritten(1);
      openMs = performance.now() - begun;
      await sleep(spread(at) * 120);
    }
    await writer.kill();
    said.push(...writer.keys);
    if (at % 8 !== 0 && at !== kills) continue;
    const store = await open();
    const kept = new Set(await keptKeys(store));
    await store.close();
    expect(said.filter((key) => !kept.has(key))).toEqual([]);
    cutShort = kept.size - said.length;
  }
  expect(said.length).toBeGreaterThan(kills);
  // A change may be made, and its process killed before it could say so.
  expect(cutShort).toBeLessThanOrEqual(kills);
  if (process.env['KILLS'] !== undefined)
    process.stdout.write(`${kills} kills, ${said.length} changes said, ${cutShort} kept unsaid\n`);
}, 1_200_000);

test("a process killed as it takes PostgreSQL's own lock leaves a state that opens", async () => {
  const writer = startWriter(home);
  await writer.hasWritten(3);
  await writer.kill();
  writeFileSync(join(home, 'state', 'postgres', 'postmaster.pid'), '');
  const store = await open();
  const kept = new Set(await keptKeys(store));
  await store.close();
  expect(writer.keys.filter((key) => !kept.has(key))).toEqual([]);
}, 120_000);

test('a process killed as it makes the state leaves none, or a whole one', async () => {
  const writer = startWriter(home);
  const begun = performance.now();
  await writer.hasWritten(1);
  await writer.kill();
  const firstMs = performance.now() - begun;
  for (let at = 1; at <= (isThorough ? 8 : 1); at += 1) {
    await rm(home, { recursive: true });
    const first = startWriter(home);
    await sleep(firstMs * (0.2 + 0.8 * spread(at)));
    await first.kill();
    const store = await open();
    const kept = new Set(await keptKeys(store));
    await store.close();
    expect(first.keys.filter((key) => !kept.has(key))).toEqual([]);
    expect(existsSync(join(home, 'state', 'postgres.new'))).toBe(false);
  }
}, 120_000);
