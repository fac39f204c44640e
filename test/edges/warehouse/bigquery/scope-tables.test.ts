import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scopeTables } from '#src/edges/warehouse/bigquery/scope-tables.ts';

const place = { project: 'a-project', dataset: 'a_dataset' };
const folder = join(import.meta.dirname, '../../../../queries');

test('a table becomes its rows of one release, and nothing else is changed', () => {
  expect(
    scopeTables(
      "SELECT t.name AS name FROM `protected.area` AS t -- `x`\nWHERE t.name = '`y`'",
      place,
    ),
  ).toBe(
    "SELECT t.name AS name FROM (SELECT * EXCEPT (release_number) FROM `a-project.a_dataset.area` WHERE release_number = @release_number) AS t -- `x`\nWHERE t.name = '`y`'",
  );
});

test('a table that is not of a protected release may not be read', () => {
  for (const table of ['raw.trips', 'protected.trips_weekly', 'protected.area.x'])
    expect(() => scopeTables(`SELECT 1 AS one FROM \`${table}\` AS t`, place)).toThrow(table);
});

test('every table of every registered query is limited to a release', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const sql = await readFile(join(folder, file), 'utf8');
    const scoped = scopeTables(sql, place);
    const tables = sql.match(/`protected\.\w+`/gu) ?? [];
    expect(tables.length, file).toBeGreaterThan(0);
    expect(scoped, file).not.toContain('`protected.');
    expect(scoped.split('WHERE release_number = @release_number)'), file).toHaveLength(
      tables.length + 1,
    );
  }
});
