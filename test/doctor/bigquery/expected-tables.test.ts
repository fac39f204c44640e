import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readExpectedTables } from '#src/doctor/bigquery/expected-tables.ts';

const folder = join(import.meta.dirname, '../../../infra/schemas');
const fields = z.array(z.object({ name: z.string(), type: z.string() }));

test('the doctor expects the tables that Terraform makes, and no others', async () => {
  const made = readdirSync(folder).map((file) => {
    const columns = fields.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const name = file.replace(/\.json$/u, '');
    return [name, Object.fromEntries(columns.map((each) => [each.name, each.type]))];
  });
  const expected = (await readExpectedTables()).map(({ name, columns }) => [name, columns]);
  expect(made.length).toBe(12);
  expect(Object.fromEntries(expected)).toEqual(Object.fromEntries(made));
});

test('all but the one that says which release is live are in partitions', async () => {
  const others = (await readExpectedTables()).filter(({ isPartitioned }) => !isPartitioned);
  expect(others.map(({ name }) => name)).toEqual(['data_status']);
});
