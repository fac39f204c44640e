import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { infraFolder } from '#test/infra/read-columns.ts';
import { readTerraform } from '#test/infra/read-terraform.ts';

test('the instructions say what each file holds, and the example sets all that has no default', async () => {
  const readme = readFileSync(join(infraFolder, 'README.md'), 'utf8');
  const files = readdirSync(infraFolder).filter((name) => name.endsWith('.tf'));
  expect(files.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);

  const example = readFileSync(join(infraFolder, 'terraform.tfvars.example'), 'utf8');
  const set = [...example.matchAll(/^(\w+) +=/gmu)].map(([, name = '']) => name);
  const { variables } = await readTerraform(infraFolder);
  const wanted = [...variables].filter(([, { default: usual }]) => usual === undefined);
  expect(set.toSorted()).toEqual(wanted.map(([name]) => name).toSorted());
});
