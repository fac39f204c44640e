import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contractChecks } from '#queries/contract/index.ts';
import { readSchema } from '#test/oracle/data/read-schema.ts';
import { contractSchema } from '#test/queries/source/sound-source.ts';

const read = () => readFile(join(import.meta.dirname, '../../docs/data-contract.md'), 'utf8');

/** Every row of the schema, as the document writes its first three columns. */
async function schemaLines(): Promise<readonly string[]> {
  const tables = contractSchema.split(/^CREATE TABLE /mu).slice(1);
  const known = await readSchema(contractSchema);
  expect(tables.length).toBe(known.size);
  return tables.flatMap((text) => {
    const table = /^\w+/u.exec(text)?.[0] ?? '';
    return (known.get(table) ?? []).map(({ name, type }) => {
      const required = new RegExp(String.raw`\b${name} ${type} NOT NULL`, 'u').test(text);
      return `| \`${name}\` | ${type} | ${required ? 'no' : 'yes'} |`;
    });
  });
}

test('the document has every column of every view in order, with its type and whether it may be NULL', async () => {
  const written = [...(await read()).matchAll(/^\| `\w+` \| \w+ \| (?:no|yes) \|/gmu)];
  const lines = await schemaLines();
  expect(lines.length).toBeGreaterThan(30);
  expect(written.map(([line]) => line)).toEqual(lines);
});

test('the document runs every check with every parameter that one of them takes', async () => {
  const text = await read();
  const checks = /^for check in (.+); do$/mu.exec(text)?.[1]?.split(' ') ?? [];
  expect(checks.toSorted()).toEqual(contractChecks.map(({ id }) => id));
  const given = [...text.matchAll(/--parameter=(\w+):(\w+):/gu)];
  const taken = Object.fromEntries(contractChecks.flatMap(({ types }) => Object.entries(types)));
  expect(Object.fromEntries(given.map(([, name, type]) => [name, type]))).toEqual(taken);
});
