import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { readPolicy } from '#src/release/read-policy.ts';
import { ownFolder } from './invented-data.ts';

const config = (text: string): string => {
  const file = join(ownFolder(), 'mobility.config.yml');
  writeFileSync(file, text);
  return file;
};

test("the project's own configuration holds the default policy", async () => {
  const { policy } = await readPolicy(join(import.meta.dirname, '../../mobility.config.yml'));
  expect(policy).toEqual(disclosurePolicy.parse({}));
});

test('the text of a policy depends on its values, not on how they are written', async () => {
  const one = await readPolicy(config('policy:\n  threshold: 12\n  placesPerDevice: 5\n'));
  const two = await readPolicy(
    config('# words\npolicy: { placesPerDevice: 5, threshold: 12 }\nother: 1\n'),
  );
  const three = await readPolicy(config('policy: { threshold: 13 }'));
  expect(two.policyText).toBe(one.policyText);
  expect(three.policyText).not.toBe(one.policyText);
});

test.each([
  ['policy: { threshold: 1 }', 'policy.threshold'],
  ['policy: { treshold: 10 }', 'policy'],
  ['method: {}', 'policy'],
  ['policy: [', 'not YAML'],
])('a configuration that will not do is refused by name: %s', async (text, part) => {
  await expect(readPolicy(config(text))).rejects.toMatchObject({
    name: 'ConfigFault',
    message: expect.stringContaining(part) as unknown,
  });
});
