import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { accessConfig } from '#src/access/access-config.ts';
import { checkAsk } from '#src/access/check-ask.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, channel, open } from './cases.ts';

const file = join(import.meta.dirname, '../../mobility.config.yml');

test('the settings that come with the program are valid and name no channel and no role', async () => {
  const { tiers, channels, roles } = await readConfig(file, 'access', accessConfig);
  expect(Object.keys(tiers)).toEqual(['countries', 'regions', 'districts']);
  expect({ channels, roles }).toEqual({ channels: {}, roles: {} });
});

test('each of these tiers allows more than the one before', async () => {
  const { tiers } = await readConfig(file, 'access', accessConfig);
  const questions = ['region:Wales', 'region:London by:mode', 'region:Leeds'].map((text) =>
    asked(text),
  );
  const allowed = Object.values(tiers).map(
    (tier) => questions.filter((ask) => checkAsk(ask, tier, ukVocabulary) === undefined).length,
  );
  expect(allowed).toEqual([1, 2, 3]);
});

test('the examples in its comments are valid', () => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.indexOf('access:');
  const isExample = (line: string) =>
    /^ {2}# {1,3}(?:channels:|roles:|[CS]\d|\w+: \{)/u.test(line) || /^ {2}# {3}[C]\d/u.test(line);
  const text = lines
    .slice(start)
    .filter((line) => !/^ {2}(?:channels|roles): \{\}$/u.test(line))
    .map((line) => (isExample(line) ? line.replace('# ', '') : line))
    .join('\n');
  const { access } = z.object({ access: accessConfig }).parse(parse(text));
  expect(Object.values(access.channels)).toEqual(['regions', 'districts']);
  expect(Object.keys(access.roles)).toEqual(['analyst', 'dataOwner']);
});

const valid = { tiers: { open }, channels: { [channel.id]: 'open' }, roles: {} };

test.each<[string, unknown]>([
  ['a channel by its name', { ...valid, channels: { '#general': 'open' } }],
  ['a direct message', { ...valid, channels: { D0123456789: 'open' } }],
  ['a channel with a tier that is none', { ...valid, channels: { [channel.id]: 'closed' } }],
  [
    'a tier by a name that every object has',
    { ...valid, channels: { [channel.id]: 'constructor' } },
  ],
  [
    'a role with a tier that is none',
    { ...valid, roles: { analyst: { group: 'S0123456789', alone: 'no' } } },
  ],
  ['a role that is none', { ...valid, roles: { king: { group: 'S0123456789' } } }],
  ['a user group by its name', { ...valid, roles: { analyst: { group: 'analysts' } } }],
  ['a command that is none', { ...valid, tiers: { open: { ...open, commands: ['delete'] } } }],
  ['a tier without commands', { ...valid, tiers: { open: { ...open, commands: [] } } }],
  ['a tier without areas', { ...valid, tiers: { open: { ...open, areas: [] } } }],
  [
    'a tier without a word on guests',
    { ...valid, tiers: { open: { ...open, guests: undefined } } },
  ],
  ['a setting that is none', { ...valid, tiers: { open: { ...open, extra: true } } }],
])('%s is refused when the settings are read', (_, settings) => {
  expect(accessConfig.safeParse(valid).success).toBe(true);
  expect(accessConfig.safeParse(settings).success).toBe(false);
});
