import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkState } from '#src/doctor/check-state.ts';
import { judgeState, type StateFacts } from '#src/doctor/judge-state.ts';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { embeddedFolder, type StorePlace } from '#src/edges/store/store-place.ts';
import { witnessFile } from '#src/edges/store/witness.ts';
import { layState } from '#test/support/lay-state.ts';

let home = '';
const clock = () => new Date('2026-11-23T09:00:00Z');
const place = (): StorePlace => ({ home, databaseUrl: undefined, auditKeyFile: undefined });
const look = () => checkState(place(), clock);
const statesOf = (results: Awaited<ReturnType<typeof look>>) =>
  results.map(({ name, state }) => `${name} ${state}`);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mobility-doctor-state-'));
  await layState(home);
  await (await openStore(place(), clock)).close();
}, 30_000);
afterAll(() => rm(home, { recursive: true, force: true }));
beforeEach(() => rm(witnessFile(home), { force: true }));

const change = async (statement: string): Promise<void> => {
  const database = await openPglite(embeddedFolder(home));
  try {
    await database.query(statement);
  } finally {
    await database.close();
  }
};

describe('a state that was made', () => {
  test('is told by its database, audit, messages and files', async () => {
    const results = await look();
    expect(statesOf(results)).toEqual(['database ok', 'audit ok', 'messages ok', 'files ok']);
    expect(results.map(({ said }) => said)).toEqual([
      'The embedded one opens; its tables are of this version.',
      'It has no entry yet. To check all of it: npm run audit -- verify',
      '0 waiting, 0 posted, 0 refused, 0 unknown.',
      'No picture was left in Slack.',
    ]);
  });

  test('and is in use, as by the bot, is not looked at, and that is no failure', async () => {
    const held = await openPglite(embeddedFolder(home));
    try {
      const results = await look();
      expect(statesOf(results)).toEqual(['database attention']);
      expect(results[0]?.said).toMatch(/^Another process has it open, as the bot does/u);
    } finally {
      await held.close();
    }
  });

  test('whose audit was cut short is to be mended', async () => {
    await writeFile(witnessFile(home), JSON.stringify({ seq: 1200, seal: '0'.repeat(64) }));
    const audit = (await look()).find(({ name }) => name === 'audit');
    expect(audit?.state).toBe('failed');
    expect(audit?.said).toMatch(/^It ends at entry 0, but this machine noted entry 1,200:/u);
  });

  test('by an earlier version is left as it is, and said to be brought up by the next start', async () => {
    await change(`UPDATE migration SET name = 'x' || name WHERE name LIKE '0004%'`);
    const results = await look();
    await change(`UPDATE migration SET name = substr(name, 2) WHERE name LIKE 'x%'`);
    expect(statesOf(results)).toEqual(['database attention']);
    expect(results[0]?.said).toMatch(/of an earlier version/u);
  });
});

const facts: StateFacts = {
  engine: 'postgres',
  head: { seq: 1234, seal: '', headSeal: '' },
  seen: { seq: 1234, seal: '' },
  messages: { queued: 1, claimed: 2, posting: 3, posted: 4000, refused: 5, unknown: 0 },
  leftFiles: 0,
};

test.each([
  ['database', {}, 'ok', 'PostgreSQL opens; its tables are of this version.'],
  ['audit', {}, 'ok', 'It ends at entry 1,234. To check all of it: npm run audit -- verify'],
  ['messages', {}, 'ok', '6 waiting, 4,000 posted, 5 refused, 0 unknown.'],
  [
    'messages',
    { messages: { ...facts.messages, unknown: 2 } },
    'attention',
    '6 waiting, 4,000 posted, 5 refused, 2 unknown. Of the unknown nobody can tell whether they were posted.',
  ],
  ['files', { leftFiles: 3 }, 'attention', '3 left in Slack that no message shows.'],
  ['files', { leftFiles: 20 }, 'attention', '20 or more left in Slack that no message shows.'],
])('of the state, %s %o is %s', (name, changed: Partial<StateFacts>, state, said) => {
  const found = judgeState({ ...facts, ...changed }).find((result) => result.name === name);
  expect(found).toMatchObject({ state, said });
});
