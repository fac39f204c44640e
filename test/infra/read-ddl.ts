import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { infraFolder, type Column } from '#test/infra/read-columns.ts';

/** A table that the DDL creates. `after`: what follows its columns, on one line. */
export type DdlTable = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly after: string;
};

/** A file of statements, without its comments. */
export type Script = { readonly name: string; readonly statements: readonly string[] };

/** The files of infra/sql in the order in which they are run. */
export function readScripts(): readonly Script[] {
  const folder = join(infraFolder, 'sql');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({
      name,
      statements: splitStatements(readFileSync(join(folder, name), 'utf8')),
    }));
}

/** No text or comment in these files holds a semicolon. */
function splitStatements(text: string): readonly string[] {
  return text
    .replaceAll(/^--.*$/gmu, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

const createTable = /^CREATE TABLE `mobility_protected\.(\w+)` \(\n([^)]*)\n\)\n(.*)$/su;

/** The table that a statement creates; undefined where it creates none. */
export function readTable(statement: string): DdlTable | undefined {
  const [, name, columns = '', after = ''] = createTable.exec(statement) ?? [];
  if (name === undefined) return undefined;
  return {
    name,
    columns: columns.split(',\n').map(readColumn),
    after: after.replaceAll(/\s+/gu, ' '),
  };
}

function readColumn(text: string): Column {
  const [, name = '', type = '', required] = /^ {2}(\w+) (\w+)( NOT NULL)?$/u.exec(text) ?? [];
  return { name, type, required: required !== undefined };
}
