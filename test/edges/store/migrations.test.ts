import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from '#src/edges/store/migrate.ts';

type Migration = { readonly name: string; readonly sql: string };

const migrations: readonly Migration[] = readdirSync(migrationsFolder)
  .toSorted()
  .map((name) => ({ name, sql: readFileSync(join(migrationsFolder, name), 'utf8') }));

/** SHA-256 of each migration that is in use somewhere. One is added with each new migration; none is ever changed: write another migration instead. */
const frozen: Readonly<Record<string, string>> = {
  '0001_audit.sql': 'b85d8d272ef386908387dc3a5c9b337382315630047549623e97e62dd72a6e27',
  '0002_messages.sql': 'c98e4ac446cb45d4c7084e9944d7565808c6cf665997c5545129a1b68c4b0079',
  '0003_proposals.sql': 'fc4d834be6f1861ab0ba925d4f0e3d7ee073b72f055117120d2f12209b1b65ff',
  '0004_releases.sql': 'f025f652bc81eb40a9055e19d58e5c9419d0c21769c5f91e1f3f9e27d4c15292',
  '0005_files.sql': '937d9cf5219ef3521827d57fc9ab5981a2f1a8f4d4989a944a757bc427d9f0ed',
};

/** What would break a replica of the version before, or the one transaction in which migrations run. */
const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'drops something', pattern: /\bDROP\s+(?:TABLE|COLUMN|SCHEMA|VIEW|TYPE|FUNCTION)\b/iu },
  {
    what: 'drops something',
    pattern: /\bDROP\s+(?:IF|"|(?!CONSTRAINT\b|DEFAULT\b|NOT\b|INDEX\b|TRIGGER\b)\w)/iu,
  },
  { what: 'renames something', pattern: /\bRENAME\b/iu },
  {
    what: 'changes what a column holds',
    pattern: /\bALTER\s+(?:COLUMN\s+)?\S+\s+(?:SET\s+DATA\s+)?TYPE\b/iu,
  },
  { what: 'forbids an empty column', pattern: /\bSET\s+NOT\s+NULL\b/iu },
  {
    what: 'adds a column that must be filled',
    pattern:
      /\bADD\s+(?:COLUMN\s+)?(?:IF\s+NOT\s+EXISTS\s+)?(?!CHECK\b|CONSTRAINT\b|UNIQUE\b|FOREIGN\b|PRIMARY\b)\w+\s(?:(?!DEFAULT\b)[^,;])*\bNOT\s+NULL\b(?:(?!DEFAULT\b)[^,;])*[,;]/iu,
  },
  { what: 'takes rows away', pattern: /\b(?:TRUNCATE\s+(?!ON\b)|DELETE\s+FROM\b)/iu },
  {
    what: 'leaves the transaction',
    pattern: /\bCONCURRENTLY\b|(?:^|;)\s*(?:BEGIN|START\s+TRANSACTION|COMMIT|ROLLBACK|END)\b/iu,
  },
];

/** What is wrong with a migration's statements; comments and the bodies of functions are left out. */
const faultsIn = (sql: string): readonly string[] => {
  const bare = sql.replaceAll(/--.*$/gmu, '').replaceAll(/\$\$[\s\S]*?\$\$/gu, "''");
  const found = forbidden.filter(({ pattern }) => pattern.test(bare)).map(({ what }) => what);
  return [...new Set(found)];
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('migrations are numbered from 0001 without a gap, and named in small letters', () => {
  expect(migrations.length).toBeGreaterThan(3);
  for (const [index, { name }] of migrations.entries()) {
    expect(name).toMatch(/^\d{4}_[a-z]+(?:_[a-z]+)*\.sql$/u);
    expect(name.slice(0, 4)).toBe(String(index + 1).padStart(4, '0'));
  }
});

test('migrations only ever add', () => {
  for (const { name, sql } of migrations) expect(faultsIn(sql), name).toEqual([]);
});

test('a migration that ran somewhere is never changed', () => {
  expect(Object.fromEntries(migrations.map(({ name, sql }) => [name, sha256(sql)]))).toEqual(
    frozen,
  );
});

test.for([
  ['DROP TABLE inbox;', 'drops something'],
  ['ALTER TABLE outbox DROP COLUMN ts;', 'drops something'],
  ['ALTER TABLE outbox DROP ts;', 'drops something'],
  ['ALTER TABLE outbox\n  DROP IF EXISTS ts;', 'drops something'],
  ['ALTER TABLE outbox RENAME ts TO slack_ts;', 'renames something'],
  ['alter table outbox alter column ts type integer;', 'changes what a column holds'],
  ['ALTER TABLE outbox ALTER ts SET DATA TYPE integer;', 'changes what a column holds'],
  ['ALTER TABLE outbox ALTER ts SET NOT NULL;', 'forbids an empty column'],
  ['ALTER TABLE outbox ADD COLUMN file text NOT NULL;', 'adds a column that must be filled'],
  ['ALTER TABLE outbox ADD a text, ADD b text NOT NULL;', 'adds a column that must be filled'],
  ['DELETE FROM inbox;', 'takes rows away'],
  ['TRUNCATE inbox;', 'takes rows away'],
  ['CREATE INDEX CONCURRENTLY i ON inbox (accepted_at);', 'leaves the transaction'],
  ['CREATE TABLE a (b text);\nCOMMIT;', 'leaves the transaction'],
] as const)('a migration is refused: %s', ([sql, what]) => {
  expect(faultsIn(sql)).toEqual([what]);
});

test.for([
  `ALTER TABLE outbox ADD COLUMN weight integer NOT NULL DEFAULT 1, ADD COLUMN file text;`,
  `ALTER TABLE outbox ADD COLUMN weight integer DEFAULT 1 NOT NULL;`,
  `CREATE TABLE a (b text NOT NULL, c text NOT NULL);`,
  `ALTER TABLE release DROP CONSTRAINT release_state_check, ADD CHECK (state IN ('staged', 'held'));`,
  `ALTER TABLE outbox ALTER COLUMN reason DROP NOT NULL;`,
  `-- It does not DROP TABLE inbox;\nCREATE INDEX i ON inbox (accepted_at);`,
])('a migration that only adds is taken: %s', (sql) => {
  expect(faultsIn(sql)).toEqual([]);
});
