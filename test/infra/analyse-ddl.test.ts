import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readScripts, readTable } from '#test/infra/read-ddl.ts';
import {
  makeAnalyser,
  type Analyser,
  type KnownTable,
} from '#test/oracle/evaluator/make-analyser.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';

const types = z.enum(['STRING', 'INT64', 'DATE', 'BOOL', 'TIMESTAMP']);
const scripts = readScripts();

/** The tables that the files themselves create. */
const tables: readonly KnownTable[] = scripts
  .flatMap(({ statements }) => statements)
  .flatMap((statement) => readTable(statement) ?? [])
  .map(({ name, columns }) => ({
    name: `mobility_protected.${name}`,
    columns: columns.map((column) => ({ name: column.name, type: types.parse(column.type) })),
  }));

/** The kinds of statement in each file. */
const kinds: Readonly<Record<string, string>> = {
  '1-datasets.sql': 'resolvedCreateSchemaStmtNode',
  '2-protected-tables.sql': 'resolvedCreateTableStmtNode',
  '3-row-policies.sql': 'resolvedCreateRowAccessPolicyStmtNode',
  '4-live-views.sql': 'resolvedCreateViewStmtNode',
  '5-grants.sql': 'resolvedGrantStmtNode',
  '6-raw-side.sql': 'resolvedGrantStmtNode',
};

function analyseEach(): void {
  let analyser: Analyser | undefined;
  const analyse = (statement: string) => {
    if (analyser === undefined) throw new Error('the analyser was not started');
    return analyser.analyse(statement, { tables });
  };
  beforeAll(async () => {
    analyser = await makeAnalyser();
  });
  afterAll(() => analyser?.close());

  test.each(scripts)('reads $name', async ({ name, statements }) => {
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements)
      expect(await analyse(statement), statement).toContain(kinds[name]);
  });

  test.each([
    ['CREATE TABLE `t` (a INT46)', /Type not found: INT46/u],
    ['CREATE VIEW `v` AS SELECT trip FROM `mobility_protected.daily`', /Unrecognized name: trip/u],
    ['CREATE VIEW `v` AS SELECT trips FROM `mobility_protected.day`', /Table not found/u],
    [
      'CREATE ROW ACCESS POLICY p ON `mobility_protected.daily` GRANT TO ("group:a@example.org") FILTER USING (state = "exact")',
      /Unrecognized name: state/u,
    ],
    ['GRANT `roles/bigquery.dataViewer` ON SCHEMA `d` FOR "group:a@example.org"', /Syntax error/u],
  ])('refuses %s', async (statement, said) => {
    await expect(analyse(statement)).rejects.toThrow(said);
  });
}

whereInstalled("the analyser, in infra's SQL", analyseEach);
