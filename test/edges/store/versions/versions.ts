import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { migrationsFolder } from '#src/edges/store/migrate.ts';
import { keptRow } from './kept-value.ts';
import { transcript, type Transcript } from './transcript.ts';

/** The names of the migrations, in their order. */
export const migrationNames: readonly string[] = readdirSync(migrationsFolder).toSorted();

/** The versions that the tables have had: "0001" is after the first migration. */
export const versions: readonly string[] = migrationNames.map((name) => name.slice(0, 4));

/** The version of the tables that the present program makes. */
export const present: string = versions.at(-1) ?? '';

/** The rows of a version, by table, in an order in which they can be put in. */
const keptTables = z.record(z.string(), z.array(keptRow));

export type KeptTables = z.output<typeof keptTables>;

export const rowsFile = (version: string): string =>
  join(import.meta.dirname, `${version}.rows.json`);

export const statementsFile = (version: string): string =>
  join(import.meta.dirname, `${version}.statements.json`);

/** The rows that the program of a version left. */
export const readRows = (version: string): KeptTables =>
  keptTables.parse(JSON.parse(readFileSync(rowsFile(version), 'utf8')));

/** The texts that a column holds. */
export const textsIn = (tables: KeptTables, table: string, column: string): readonly string[] =>
  (tables[table] ?? []).flatMap((row) => {
    const value = row[column];
    return typeof value === 'string' ? [value] : [];
  });

/** Which versions had a program: the first three were only ever on the way to the fourth. */
export const spokenVersions = (): readonly string[] =>
  versions.filter((version) => existsSync(statementsFile(version)));

/** What the program of a version says. */
export const readTranscript = (version: string): Transcript =>
  transcript.parse(JSON.parse(readFileSync(statementsFile(version), 'utf8')));
