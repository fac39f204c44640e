import { expect, test } from 'vitest';
import { levelsDownTo } from '#src/access/levels-down-to.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { inventedVocabulary } from './cases.ts';

test.each([
  ['district', ['district', 'region', 'country', 'kingdom']],
  ['region', ['region', 'country', 'kingdom']],
  ['country', ['country', 'kingdom']],
  ['kingdom', ['kingdom']],
  ['ward', []],
  ['', []],
  ['District', []],
])('no finer than a %s in the United Kingdom: %j', (level, levels) => {
  const found = levelsDownTo(level, ukVocabulary.areas);
  expect([...found].toSorted()).toEqual(levels.toSorted());
  expect([...found].slice(0, 1)).toEqual(levels.slice(0, 1));
});

test.each([
  ['shire', ['shire']],
  ['hundred', ['hundred', 'shire']],
  ['islet', ['islet', 'hundred', 'shire']],
])(
  'no finer than a %s in an invented country: %j, and no level of unknown size',
  (level, levels) => {
    expect([...levelsDownTo(level, inventedVocabulary.areas)]).toEqual(levels);
  },
);

test('every level of a place of two levels counts, in whichever order they are listed', () => {
  const wales = ['country', 'region'].map((level) => ({
    code: 'w',
    name: 'Wales',
    level,
    parent: undefined,
  }));
  const cardiff = { code: 'c', name: 'Cardiff', level: 'district', parent: 'w' };
  for (const both of [wales, wales.toReversed()]) {
    const down = (level: string) => [...levelsDownTo(level, [...both, cardiff])].toSorted();
    expect(down('district')).toEqual(['country', 'district', 'region']);
    expect(down('region')).toEqual(['region']);
    expect(down('country')).toEqual(['country']);
  }
});
