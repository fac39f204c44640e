import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  infraFolder,
  readProgramColumns,
  readTerraformColumns,
  type Tables,
} from '#test/infra/read-columns.ts';
import { readScripts, readTable, type DdlTable } from '#test/infra/read-ddl.ts';
import { readTerraform, type Body, type Configuration } from '#test/infra/read-terraform.ts';

const statements = readScripts().flatMap((script) => script.statements);
const ddlTables = new Map(
  statements.flatMap((one): [string, DdlTable][] => {
    const table = readTable(one);
    return table === undefined ? [] : [[table.name, table]];
  }),
);

describe('the protected tables are the same in the program, in Terraform and in SQL', () => {
  let program: Tables;
  let configuration: Configuration;
  const bodyOf = (kind: string, name: string): Body =>
    configuration.resources.find((one) => one.kind === kind && one.name === name)?.body ?? {};
  beforeAll(async () => {
    program = await readProgramColumns();
    configuration = await readTerraform(infraFolder);
  });

  test('by name, and all of them', () => {
    const names = Object.keys(program).toSorted();
    expect(names.length).toBeGreaterThan(10);
    const clustering = z.record(z.string(), z.unknown());
    const made = clustering.parse(configuration.locals.get('protected_tables'));
    expect(Object.keys(made).toSorted()).toEqual(names);
    expect([...ddlTables.keys()].toSorted()).toEqual([...names, 'data_status'].toSorted());
  });

  test('by their columns and types, the number of the release first', () => {
    const names = Object.keys(program);
    const terraform = names.map((name) => [name, readTerraformColumns(name)]);
    const ddl = names.map((name) => [name, ddlTables.get(name)?.columns]);
    expect(Object.fromEntries(terraform)).toEqual(program);
    expect(Object.fromEntries(ddl)).toEqual(program);
    expect(ddlTables.get('data_status')?.columns).toEqual(readTerraformColumns('data_status'));
  });

  test('by their partitions, which every query must choose from', () => {
    const { range_partitioning, require_partition_filter } = bodyOf(
      'google_bigquery_table',
      'protected',
    );
    expect(require_partition_filter).toBe(true);
    expect(range_partitioning).toEqual([
      { field: 'release_number', range: [{ start: 0, end: 10000, interval: 1 }] },
    ]);
    for (const name of Object.keys(program)) {
      const after = ddlTables.get(name)?.after;
      expect(after, name).toContain(
        'PARTITION BY RANGE_BUCKET(release_number, GENERATE_ARRAY(0, 10000, 1)) ',
      );
      expect(after, name).toContain('require_partition_filter = TRUE');
    }
  });

  test('by the columns that they are clustered by', () => {
    const made = z
      .record(z.string(), z.array(z.string()))
      .parse(configuration.locals.get('protected_tables'));
    for (const [name, columns] of Object.entries(made)) {
      const [, stated] = / CLUSTER BY (.*) OPTIONS/u.exec(ddlTables.get(name)?.after ?? '') ?? [];
      expect(stated?.split(', ') ?? [], name).toEqual(columns);
    }
    expect(made['leaf_weekly']).toEqual(['week', 'destination']);
    expect(made['daily']).toEqual(['date', 'destination']);
  });

  test('by the policies of their rows', () => {
    const policies = statements.flatMap((one) => [
      ...one.matchAll(/^CREATE ROW ACCESS POLICY (\w+)\s+ON `\w+\.(\w+)`.*USING \((.*)\)$/gsu),
    ]);
    const stated = policies.map(([, policy = '', table, filter]) => ({ policy, table, filter }));
    expect(stated).toHaveLength(4);
    for (const { policy, filter } of stated)
      expect(bodyOf('google_bigquery_row_access_policy', policy)['filter_predicate']).toBe(filter);
    expect(configuration.locals.get('tables_by_status')).toBe('${toset(["leaf_weekly", "daily"])}');
    expect(new Set(stated.map(({ table }) => table))).toEqual(new Set(['leaf_weekly', 'daily']));
  });

  test('by the views that people query', () => {
    const views = statements.flatMap((one) => [
      ...one.matchAll(/^CREATE VIEW `mobility_people\.(\w+)` AS\n(.*)$/gsu),
    ]);
    expect(views.map(([, name]) => name)).toEqual([
      'live_release',
      'live_area',
      'live_leaf_weekly',
      'live_daily',
    ]);
    for (const [, name = '', query] of views) {
      const template = readFileSync(join(infraFolder, 'views', `${name}.sql`), 'utf8');
      expect(template.trim().replaceAll('${protected}', 'mobility_protected')).toBe(query);
      expect(String(configuration.locals.get('people_views'))).toContain(`"${name}"`);
    }
  });
});
