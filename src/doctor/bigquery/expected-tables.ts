import { readFile } from 'node:fs/promises';

/** A table as this version of the program knows it. Types as BigQuery's REST interface names them. */
export type ExpectedTable = {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly isPartitioned: boolean;
};

const status: ExpectedTable = {
  name: 'data_status',
  columns: {
    release_number: 'INTEGER',
    release_id: 'STRING',
    made_live_at: 'TIMESTAMP',
    fingerprint: 'STRING',
  },
  isPartitioned: false,
};

const googleTypes: Readonly<Record<string, string>> = {
  VARCHAR: 'STRING',
  BIGINT: 'INTEGER',
  DATE: 'DATE',
  BOOLEAN: 'BOOLEAN',
};

const tables = /^CREATE TABLE (?<name>\w+) \((?<columns>[^)]*)\)/gmu;
const column = /(?<name>\w+) (?<type>[A-Z]+)(?: NOT NULL)?(?:,|$)/gu;

/** The tables of the dataset of releases: those of a release, from the file that makes one, and which release is live. */
export async function readExpectedTables(): Promise<readonly ExpectedTable[]> {
  const file = new URL('../../release/protected-schema.sql', import.meta.url);
  const found = [...(await readFile(file, 'utf8')).matchAll(tables)];
  return [
    ...found.map(({ groups: { name = '', columns = '' } = {} }) => ({
      name,
      columns: { release_number: 'INTEGER', ...columnsOf(columns.trim()) },
      isPartitioned: true,
    })),
    status,
  ];
}

const columnsOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(column)].map(({ groups: { name = '', type = '' } = {} }) => [
      name,
      googleTypes[type] ?? type,
    ]),
  );
