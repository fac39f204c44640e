import { describe, expect, test } from 'vitest';
import type { Tier } from '#src/access/access-config.ts';
import { nearestAsk } from '#src/access/nearest-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, inventedVocabulary, open } from './cases.ts';

type Row = readonly [text: string, nearest: string];
const none = 'nothing';

function nearest(text: string, tier: Tier, vocabulary: Vocabulary = ukVocabulary): string {
  const found = nearestAsk(asked(text, vocabulary), tier, vocabulary);
  return found === undefined ? none : usage(found, vocabulary);
}

describe('down to regions', () => {
  const tier: Tier = { ...open, level: 'region' };
  test.each<Row>([
    ['region:Leeds since:lift-date', 'region:"Yorkshire and The Humber" since:lift-date'],
    ['region:Leeds by:day show:table', 'region:"Yorkshire and The Humber" show:table by:day'],
    ['region:Cardiff vs:last-year', 'region:Wales vs:last-year'],
    ['region:Cardiff+Leeds', 'region:Wales+"Yorkshire and The Humber"'],
    ['region:Leeds,London', 'region:"Yorkshire and The Humber",London'],
    ['region:Leeds,York', 'region:"Yorkshire and The Humber"'],
    ['region:Wales by:district', 'region:Wales'],
    ['origin:Leeds destination:London', 'origin:"Yorkshire and The Humber" destination:London'],
    ['flows destination:Leeds', 'flows destination:"Yorkshire and The Humber"'],
    ['flows destination:London by:district', 'flows destination:London'],
    ['flows between:Leeds,Cardiff', 'flows between:"Yorkshire and The Humber",Wales'],
    ['flows between:Leeds,York', 'region:"Yorkshire and The Humber"'],
    ['method region:Leeds by:mode', 'method region:"Yorkshire and The Humber" by:mode'],
    ['events region:Leeds', 'events region:"Yorkshire and The Humber"'],
    ['region:London', none],
  ])('for %s: %s', (text, near) => {
    expect(nearest(text, tier)).toBe(near);
  });
});

describe('down to countries', () => {
  const tier: Tier = { ...open, level: 'country' };
  test.each<Row>([
    ['region:Leeds since:lift-date', 'region:England since:lift-date'],
    ['region:Cardiff since:lift-date+4w', 'region:Wales since:lift-date+4w'],
    ['flows by:region', 'flows by:country'],
    ['flows origin:Leeds since:lift-date', 'flows origin:England by:country since:lift-date'],
  ])('for %s: %s', (text, near) => {
    expect(nearest(text, tier)).toBe(near);
  });
});

describe('within London and Wales', () => {
  const tier: Tier = { ...open, areas: ['E12000007', 'W92000004'] };
  test.each<Row>([
    ['region:Leeds', none],
    ['region:UK', 'region:Wales+London'],
    ['region:England since:lift-date', 'region:London since:lift-date'],
    ['region:all', 'region:London,Wales'],
    ['origin:Leeds destination:London', 'region:London'],
    ['flows destination:London', 'region:London'],
    ['flows origin:London since:lift-date', 'origin:London since:lift-date'],
    ['flows between:Cardiff,Leeds,Swansea', 'flows between:Cardiff,Swansea'],
    ['flows', none],
    ['method flows destination:London', 'method region:London'],
    ['method region:Leeds', 'method'],
    ['events region:Leeds', 'events'],
  ])('for %s: %s', (text, near) => {
    expect(nearest(text, tier)).toBe(near);
  });

  test('an event that a larger place has on no one day becomes a day', () => {
    const kingdom = { ...open, level: 'kingdom' };
    expect(nearest('region:Leeds since:lift-date', kingdom)).toBe(
      'region:"United Kingdom" since:2022-01-19',
    );
  });
});

test('an event that the larger places do not have is left out', () => {
  const [event] = ukVocabulary.events;
  const fair = ['E08000035', 'W06000015'].flatMap((area) =>
    event === undefined ? [] : [{ ...event, slug: 'fair', area, date: '2021-06-07' }],
  );
  const vocabulary = { ...ukVocabulary, events: fair };
  expect(nearest('region:Leeds,Cardiff since:fair', { ...open, level: 'region' }, vocabulary)).toBe(
    'region:"Yorkshire and The Humber",Wales',
  );
});

describe('where types of transport are not told apart', () => {
  const tier: Tier = { ...open, modes: 'none' };
  test.each<Row>([
    ['region:London mode:car', 'region:London'],
    ['region:London by:mode mode:car,bus', 'region:London'],
    ['region:London,Leeds mode:rail since:lift-date', 'region:London,Leeds since:lift-date'],
    ['flows destination:London mode:bus', 'flows destination:London'],
  ])('for %s: %s', (text, near) => {
    expect(nearest(text, tier)).toBe(near);
  });
});

describe('where only some questions may be asked', () => {
  test.each<readonly [text: string, commands: Tier['commands'], near: string]>([
    ['flows destination:London since:lift-date', ['trend'], 'region:London since:lift-date'],
    ['flows origin:Leeds', ['trend'], 'origin:Leeds'],
    ['flows between:Leeds,York', ['trend', 'compare'], 'region:Leeds,York'],
    [
      'flows between:Leeds,York since:lift-date+4w',
      ['compare'],
      'region:Leeds,York since:lift-date+4w',
    ],
    ['region:London+Leeds', ['compare'], 'region:London,Leeds'],
    ['origin:Leeds destination:London+York', ['compare'], none],
    ['flows', ['trend'], none],
    ['region:London,Leeds since:lift-date', ['trend'], 'region:London since:lift-date'],
    ['region:London', ['help'], none],
    ['help', ['trend'], none],
    ['status', ['trend'], none],
    ['events', ['trend'], none],
    ['method region:London', ['trend'], none],
    ['method flows origin:Leeds', ['method', 'trend'], 'method origin:Leeds'],
    ['method region:London', ['method'], 'method'],
  ])('for %s, of %j: %s', (text, commands, near) => {
    expect(nearest(text, { ...open, commands })).toBe(near);
  });
});

test('everything that stands in the way is changed at once', () => {
  const tier: Tier = { ...open, level: 'region', modes: 'none', commands: ['trend'] };
  expect(nearest('flows origin:Leeds mode:car by:district since:lift-date', tier)).toBe(
    'origin:"Yorkshire and The Humber" since:lift-date',
  );
});

test('in an invented country the nearest is of its own levels', () => {
  const near = (text: string, level: string) =>
    nearest(text, { ...open, level }, inventedVocabulary);
  expect(near('region:Skerry', 'hundred')).toBe('region:Nearly');
  expect(near('region:Skerry', 'shire')).toBe('region:Oak');
  expect(near('region:"High Moor"', 'shire')).toBe('region:Oak');
  expect(near('region:"Wide Moor"', 'shire')).toBe(none);
});

test('a tier that fits nothing of the data has no nearest question', () => {
  for (const text of ['region:London', 'flows', 'method region:London', 'events region:London'])
    expect(nearest(text, { ...open, level: 'ward' })).toBe(none);
});
