import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { readPolicy } from '#src/release/read-policy.ts';
import { ownFolder } from '#test/support/own-folder.ts';

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

test('the order of settings inside a setting is irrelevant too', async () => {
  const one = await readPolicy(config('policy: { dominance: { n: 1, percent: 80 } }'));
  const two = await readPolicy(config('policy: { dominance: { percent: 80, n: 1 } }'));
  expect(two.policyText).toBe(one.policyText);
  expect(one.policyText).toContain('"dominance":{"n":1,"percent":80}');
});

test('the base of trips reaches the policy', async () => {
  const { policy, policyText } = await readPolicy(config('policy: { base: { trips: 400 } }'));
  expect(policy.base).toBe(400);
  expect(policyText).toContain('"base":400');
});

test('a policy that names its key is the same policy, so that another key is a second draw of it', async () => {
  const named = await readPolicy(config('policy: { keyId: "0123456789ab" }'));
  const other = await readPolicy(config('policy: {}'));
  expect(named.policy.keyId).toBe('0123456789ab');
  expect(named.policyText).toBe(other.policyText);
});

test.each([
  ['policy: { threshold: 1 }', 'policy.threshold'],
  ['policy: { treshold: 10 }', 'policy'],
  ['policy: { base: 9.5 }', 'policy.base: must name the measure'],
  ['policy: { keyId: 123456789012 }', 'policy.keyId: must be text'],
  ['method: {}', 'policy'],
  ['policy: [', 'not YAML'],
])('a configuration that will not do is refused by name: %s', async (text, part) => {
  await expect(readPolicy(config(text))).rejects.toMatchObject({
    name: 'ConfigFault',
    message: expect.stringContaining(part) as unknown,
  });
});
