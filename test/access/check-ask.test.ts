import { describe, expect, test } from 'vitest';
import type { Tier } from '#src/access/access-config.ts';
import { checkAsk } from '#src/access/check-ask.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, inventedVocabulary, open } from './cases.ts';

type Row = readonly [text: string, reason: string];
const yes = 'allowed';

const verdict = (ask: Ask, tier: Tier, vocabulary = ukVocabulary) =>
  checkAsk(ask, tier, vocabulary) ?? yes;

describe('down to regions', () => {
  const tier: Tier = { ...open, level: 'region' };
  test.each<Row>([
    ['region:London', yes],
    ['region:UK', yes],
    ['region:Wales', yes],
    ['region:Scotland', yes],
    ['region:Leeds', 'level'],
    ['region:Cardiff', 'level'],
    ['region:London+Leeds', 'level'],
    ['origin:Leeds destination:London', 'level'],
    ['origin:London', yes],
    ['region:London,Wales,Scotland', yes],
    ['region:London,Leeds', 'level'],
    ['region:all by:region', yes],
    ['region:Wales by:district', 'level'],
    ['flows destination:London', yes],
    ['flows destination:London by:district', 'level'],
    ['flows destination:Leeds', 'level'],
    ['flows destination:UK by:district', 'level'],
    ['flows between:London,Wales', yes],
    ['flows between:Leeds,York', 'level'],
    ['flows by:country', yes],
    ['method', yes],
    ['method region:London', yes],
    ['method region:Leeds', 'level'],
    ['events', yes],
    ['events region:London', yes],
    ['events region:Leeds', 'level'],
    ['help', yes],
    ['status', yes],
  ])('%s: %s', (text, reason) => {
    expect(verdict(asked(text), tier)).toBe(reason);
  });
});

describe('within London and Wales', () => {
  const tier: Tier = { ...open, areas: ['E12000007', 'W92000004'] };
  test.each<Row>([
    ['region:London', yes],
    ['region:"City of London"', yes],
    ['region:Cardiff', yes],
    ['region:England', 'areas'],
    ['region:UK', 'areas'],
    ['region:Leeds', 'areas'],
    ['region:London+Wales', yes],
    ['region:London+Leeds', 'areas'],
    ['origin:London', yes],
    ['origin:Leeds destination:London', 'areas'],
    ['origin:Wales destination:London', yes],
    ['region:London,Wales', yes],
    ['region:all', 'areas'],
    ['flows destination:London', 'areas'],
    ['flows origin:London', 'areas'],
    ['flows between:Cardiff,Swansea', yes],
    ['flows between:Cardiff,London', yes],
    ['flows between:Cardiff,Leeds', 'areas'],
    ['method flows destination:London', 'areas'],
    ['events region:England', 'areas'],
    ['events', yes],
    ['help', yes],
  ])('%s: %s', (text, reason) => {
    expect(verdict(asked(text), tier)).toBe(reason);
  });

  test('a question of no place is not within', () => {
    const { destinations, ...rest } = asked('region:London') as Extract<Ask, { command: 'trend' }>; // what the text is read as
    expect(destinations).toHaveLength(1);
    expect(verdict({ ...rest, destinations: [] }, tier)).toBe('areas');
    expect(verdict({ ...rest, destinations: [] }, open)).toBe(yes);
  });
});

describe('types of transport', () => {
  test.each<readonly [text: string, none: string, some: string, each: string, all: string]>([
    ['region:London', yes, yes, yes, yes],
    ['region:London mode:car', 'modes', yes, yes, yes],
    ['region:London mode:car,rail', 'modes', yes, yes, yes],
    ['region:London mode:bus', 'modes', 'modes', yes, yes],
    ['region:London mode:car,bus', 'modes', 'modes', yes, yes],
    ['region:London by:mode', 'modes', 'modes', yes, yes],
    ['region:London by:mode mode:car,rail', 'modes', yes, yes, yes],
    ['region:London by:mode mode:car,bus', 'modes', 'modes', yes, yes],
    ['region:London by:day', yes, yes, yes, yes],
    ['region:London,Wales mode:bus', 'modes', 'modes', yes, yes],
    ['flows destination:London mode:bus', 'modes', 'modes', yes, yes],
    ['method region:London by:mode', 'modes', 'modes', yes, yes],
  ])('%s: none %s, car and rail %s, each by name %s, all %s', (text, none, some, each, all) => {
    const judged = (
      ['none', ['car', 'rail'], ['car', 'rail', 'bus', 'active'], 'all'] as const
    ).map((modes) =>
      verdict(asked(text), { ...open, modes: typeof modes === 'string' ? modes : [...modes] }),
    );
    expect(judged).toEqual([none, some, each, all]);
  });
});

describe('commands', () => {
  const only = (...commands: Tier['commands']): Tier => ({ ...open, commands });
  test.each<readonly [text: string, commands: Tier['commands'], reason: string]>([
    ['region:London', ['trend'], yes],
    ['region:London', ['compare', 'method'], 'command'],
    ['region:London,Wales', ['trend'], 'command'],
    ['flows destination:London', ['trend', 'compare'], 'command'],
    ['method', ['method'], yes],
    ['method', ['trend'], 'command'],
    ['method region:London', ['method'], 'command'],
    ['method region:London', ['trend'], 'command'],
    ['method region:London', ['trend', 'method'], yes],
    ['help', ['trend'], 'command'],
    ['status', ['status'], yes],
    ['events', ['status'], 'command'],
  ])('%s with %j: %s', (text, commands, reason) => {
    expect(verdict(asked(text), only(...commands))).toBe(reason);
  });
});

describe('a tier that names what the data do not have', () => {
  test.each<readonly [string, Partial<Tier>]>([
    ['an unknown level', { level: 'ward' }],
    ['a level of other capitals', { level: 'Region' }],
    ['a name that every object has', { level: 'constructor' }],
    ['an unknown area', { areas: ['E99999999'] }],
    ['"all" as a code', { areas: ['all'] }],
    ['an area by its name', { areas: ['London'] }],
    ['no area', { areas: [] }],
    ['an area finer than its level', { level: 'region', areas: ['E08000035'] }],
  ])('%s lets nothing be asked, help included', (_, changed) => {
    for (const text of ['region:UK', 'region:London', 'flows destination:London', 'help', 'status'])
      expect(verdict(asked(text), { ...open, ...changed }), text).toBe('settings');
  });

  test('an unknown code beside a known one adds nothing', () => {
    const tier = { ...open, areas: ['E12000007', 'nowhere'] };
    expect(verdict(asked('region:London'), tier)).toBe(yes);
    expect(verdict(asked('region:Leeds'), tier)).toBe('areas');
  });

  test('an unknown type of transport is none', () => {
    const tier = { ...open, modes: ['tram'] };
    expect(verdict(asked('region:London'), tier)).toBe(yes);
    expect(verdict(asked('region:London by:mode'), tier)).toBe('modes');
    expect(verdict(asked('region:London mode:car'), tier)).toBe('modes');
  });
});

test('a type of transport may have a name that lies in the word none', () => {
  const vocabulary = {
    ...ukVocabulary,
    modes: ['none', 'one', 'car'].map((value) => ({ value, label: value })),
  };
  for (const text of ['region:London mode:none', 'region:London mode:one'])
    expect(verdict(asked(text, vocabulary), { ...open, modes: 'none' }, vocabulary)).toBe('modes');
});

test('a question about a place that these data do not have is refused', () => {
  const elsewhere = asked('region:Nearly', inventedVocabulary);
  expect(verdict(elsewhere, open)).toBe('areas');
});

describe('an invented country, down to hundreds', () => {
  const judge = (text: string, changed: Partial<Tier>) =>
    verdict(asked(text, inventedVocabulary), { ...open, ...changed }, inventedVocabulary);
  test.each<Row>([
    ['region:Oak', yes],
    ['region:Ash', yes],
    ['region:Elm', yes],
    ['region:Nearly', yes],
    ['region:Skerry', 'level'],
    ['region:"High Moor"', 'level'],
    ['region:"Wide Moor"', 'level'],
    ['flows destination:Ash by:hundred', yes],
    ['flows destination:Ash by:shire', 'level'],
  ])('%s: %s', (text, reason) => {
    expect(judge(text, { level: 'hundred' })).toBe(reason);
  });

  test('a place of two levels with one code is of each', () => {
    expect(judge('region:Ash', { level: 'shire' })).toBe(yes);
    expect(judge('region:Ash', { level: 'hundred', areas: ['ash'] })).toBe(yes);
    expect(judge('region:Elm', { level: 'shire' })).toBe(yes);
    expect(judge('region:Nearly', { level: 'shire' })).toBe('level');
  });
});
