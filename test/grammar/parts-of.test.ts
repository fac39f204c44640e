import { expect, test } from 'vitest';
import type { Area } from '#src/area.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import { partsOf } from '#src/grammar/parts-of.ts';
import { topPlaces } from '#src/grammar/top-places.ts';
import { flatVocabulary, ukVocabulary, usVocabulary } from '#test/support/vocabulary.ts';

const { areas } = ukVocabulary;
const named = (name: string) => areas.find((area) => area.name === name);
const namesOf = (parts: readonly Area[]) => parts.map(({ name }) => name);

test('where a branch has no place of the level, the branch itself is the part', () => {
  const regions = namesOf(partsOf(undefined, 'region', areas));
  expect(regions).toHaveLength(12);
  expect(regions.slice(-3)).toEqual(['Wales', 'Scotland', 'Northern Ireland']);
});

test('a place listed at two levels with one code is one part at both', () => {
  expect(namesOf(partsOf(undefined, 'country', areas))).toEqual([
    'England',
    'Wales',
    'Scotland',
    'Northern Ireland',
  ]);
  expect(namesOf(partsOf(named('Wales'), 'region', areas))).toEqual(['Wales']);
});

test.each([
  ['Wales', 'district', ['Cardiff', 'Swansea', 'Isle of Anglesey']],
  ['Leeds', 'district', ['Leeds']],
  ['Leeds', 'region', ['Leeds']],
  ['London', 'region', ['London']],
  ['England', 'ward', ['England']],
])('inside %s by %s: %j', (place, level, parts) => {
  expect(namesOf(partsOf(named(place), level, areas))).toEqual(parts);
});

test('the places right below the top are the parts of the one root, or the roots', () => {
  expect(namesOf(topPlaces(usVocabulary.areas))).toEqual(['Northeast', 'South', 'West']);
  expect(topPlaces(flatVocabulary.areas)).toEqual(flatVocabulary.areas);
  expect(topPlaces(areas.slice(0, 1))).toEqual(areas.slice(0, 1));
});

test('a loop in the data ends', () => {
  const loop: readonly Area[] = [
    { code: 'A', name: 'A', level: 'country', parent: 'B' },
    { code: 'B', name: 'B', level: 'region', parent: 'A' },
  ];
  expect(namesOf(partsOf(loop[0], 'district', loop))).toEqual(['A']);
  expect(namesOf(partsOf(loop[0], 'region', loop))).toEqual(['B']);
});

test.each([
  ['country', 'countries'],
  ['county', 'counties'],
  ['borough', 'boroughs'],
  ['parish', 'parishes'],
  ['combined authority', 'combined authorities'],
  ['highway', 'highways'],
])('several of a %s are %s', (one, several) => {
  expect(pluralOf(one)).toBe(several);
});
