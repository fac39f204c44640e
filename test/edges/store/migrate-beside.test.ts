import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Database } from '#src/edges/store/database.ts';
import { makeStore } from '#src/edges/store/make-store.ts';
import { migrate } from '#src/edges/store/migrate.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { Store } from '#src/state/store.ts';
import { checkWhole } from './versions/check-whole.ts';
import { engines, useDatabase } from './versions/engines.ts';
import { fixtureMac, noWitness } from './versions/fixture-audit.ts';
import { live, withoutChance } from './versions/live.ts';
import { replay } from './versions/replay.ts';
import { someFolder } from './versions/some-folder.ts';
import { statementsInSource } from './versions/statements-in-source.ts';
import { dumpTables } from './versions/tables.ts';
import {
  migrationNames,
  present,
  readRows,
  readTranscript,
  rowsFile,
  spokenVersions,
  statementsFile,
  textsIn,
} from './versions/versions.ts';
import { someRelease } from './versions/whole-life.ts';

const isRecording = process.env['RECORD'] !== undefined;

const presentStore = (database: Database, now: Date): Store =>
  makeStore({ database, mac: fixtureMac, clock: () => now, witness: noWitness });

const audit: AuditContext = { actor: { kind: 'program', name: 'another replica' } };

/** What the present program does between two transactions of an earlier one: all that leaves the other's rows alone, long before they are due. */
function presentReplica(database: Database): () => Promise<void> {
  const now = new Date('2020-01-01T00:00:00Z');
  const store = presentStore(database, now);
  let turn = 0;
  return async () => {
    turn += 1;
    const key = `present ${turn}`;
    await store.change(async ({ inbox, outbox, proposals, releases }) => {
      expect(await inbox.accept(key, audit)).toBe(true);
      await outbox.put(
        { key, kind: 'answer', channel: 'C', owner: 'U', body: {}, due: now },
        audit,
      );
      await proposals.propose({ kind: 'briefing', id: key }, 'f', audit);
      expect(await releases.stage(someRelease(key), audit)).toBe(true);
    });
    await store.change(async ({ inbox, outbox, releases }) => {
      const held = await outbox.claim({ leaseMs: 1000 }, audit);
      if (held?.key !== key) throw new Error(`claimed ${held?.key} instead of ${key}`);
      expect(await outbox.keepFile(held, `file of ${key}`, audit)).toBe(true);
      expect(await outbox.begin(held, { text: key }, audit)).toBe(true);
      expect(await outbox.confirm(held, `ts of ${key}`, audit)).toBe(true);
      await releases.withdraw(key, audit);
      expect(await inbox.forget(new Date(now.getTime() + 1), audit)).toBe(1);
    });
    await store.change(({ outbox }) => outbox.dropFile(key, `file of ${key}`, audit));
    expect(await store.releases.list()).not.toEqual([]);
    expect(await store.messages.postedAt('C', `ts of ${key}`)).toMatchObject({
      key,
      state: 'posted',
      content: { text: key },
    });
  };
}

/** Migrations that somebody may write next: whether a replica of the version before goes on beside them. */
const next: readonly { readonly what: string; readonly sql: string; readonly isSafe: boolean }[] = [
  {
    what: 'adds a column with a default, one that may be empty, a table and an index',
    sql: `ALTER TABLE outbox ADD COLUMN weight integer NOT NULL DEFAULT 1, ADD COLUMN thumbnail text;
      CREATE TABLE subscription (id text PRIMARY KEY); CREATE INDEX inbox_old ON inbox (accepted_at);`,
    isSafe: true,
  },
  {
    what: 'allows another state',
    sql: `ALTER TABLE release DROP CONSTRAINT release_state_check;
      ALTER TABLE release ADD CHECK (state IN ('staged', 'live', 'superseded', 'withdrawn', 'held'));`,
    isSafe: true,
  },
  {
    what: 'renames a column',
    sql: 'ALTER TABLE outbox RENAME COLUMN owner TO keeper;',
    isSafe: false,
  },
  { what: 'drops a column', sql: 'ALTER TABLE release DROP COLUMN dataset;', isSafe: false },
  {
    what: 'adds a column that must be filled',
    sql: 'ALTER TABLE inbox ADD COLUMN source text NOT NULL;',
    isSafe: false,
  },
  {
    what: 'forbids an empty column',
    sql: 'ALTER TABLE verdict ALTER COLUMN reason SET NOT NULL;',
    isSafe: false,
  },
  {
    what: 'allows fewer states',
    sql: `ALTER TABLE outbox ADD CHECK (state <> 'unknown');`,
    isSafe: false,
  },
  {
    what: 'allows a value once alone',
    sql: 'CREATE UNIQUE INDEX one_each ON outbox (channel);',
    isSafe: false,
  },
  {
    what: 'changes what a column holds',
    sql: 'ALTER TABLE outbox ALTER COLUMN attempts TYPE text;',
    isSafe: false,
  },
  { what: 'renames a table', sql: 'ALTER TABLE audit_head RENAME TO audit_end;', isSafe: false },
  {
    what: 'writes rows of its own',
    sql: `INSERT INTO release SELECT 'live', 'r', 'd', '2022-10-30', 'p', true, 'f', 'live', now();`,
    isSafe: false,
  },
];

describe.for(engines)('an old and a new replica $name', (engine) => {
  const { isMissing } = engine;
  const database = useDatabase(engine);

  test.skipIf(isMissing)('are told apart by what the program says now', async () => {
    await migrate(database());
    const now = withoutChance(JSON.stringify(await live(database())));
    if (isRecording) {
      writeFileSync(statementsFile(present), `${now}\n`);
      writeFileSync(
        rowsFile(present),
        `${withoutChance(JSON.stringify(await dumpTables(database()), undefined, 1))}\n`,
      );
    }
    // Where this fails, the program says something else than was recorded: RECORD=1 vitest run test/edges/store/migrate-beside.test.ts
    const { texts, knows } = readTranscript(present);
    expect(JSON.parse(now)).toMatchObject({ texts, knows });
  });

  test.skipIf(isMissing).for(spokenVersions())(
    'the program of version %s gets the same answers from the tables of now',
    async (version) => {
      await migrate(database());
      expect(await replay(database(), readTranscript(version))).toEqual([]);
    },
  );

  test.skipIf(isMissing).for(spokenVersions())(
    'the program of version %s works on while the present one works beside it, and each reads what the other wrote',
    async (version) => {
      await migrate(database());
      const told = readTranscript(version);
      expect(await replay(database(), told, presentReplica(database()))).toEqual([]);
      const store = presentStore(database(), new Date());
      await checkWhole(store);
      expect((await store.messages.find('posted'))?.state).toBe('posted');
      expect((await store.releases.list()).length).toBe(told.transactions.length + 4);
    },
  );

  test.skipIf(isMissing).for(next)(
    'a next migration that $what: safe is $isSafe',
    async ({ sql, isSafe }) => {
      await migrate(database(), someFolder(migrationNames.length, { '9999_next.sql': sql }));
      const differences = await replay(database(), readTranscript(present));
      if (isSafe) expect(differences).toEqual([]);
      else expect(differences).not.toEqual([]);
    },
  );
});

test('the life that is recorded has every statement of the program in it', () => {
  const { texts } = readTranscript(present);
  const written = statementsInSource();
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((text) => !texts.some((said) => text.test(said)))).toEqual([]);
});

test.for(spokenVersions())('what the program writes, the one of version %s can read', (version) => {
  const { knows } = readTranscript(version);
  const tables = readRows(present);
  for (const [place, words] of Object.entries(knows)) {
    const [table = '', column = ''] = place.split('.');
    const written = textsIn(tables, table, column);
    expect(written.length, place).toBeGreaterThan(1);
    expect(written.filter((word) => !words.includes(word))).toEqual([]);
  }
});
