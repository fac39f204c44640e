import { expect, test } from 'vitest';
import { searchPlaces } from '#src/grammar/search-places.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import {
  flatVocabulary,
  namesakeVocabulary,
  ukVocabulary,
  usVocabulary,
} from '#test/support/vocabulary.ts';

const namesFor = (query: string, limit: number, vocabulary: Vocabulary = ukVocabulary) =>
  searchPlaces(query, vocabulary, limit).map(({ name }) => name);

test.each([
  ['the beginning of a name', 'lee', ['Leeds']],
  ['a name before those that only begin so', 'york', ['York', 'Yorkshire and The Humber']],
  [
    'larger places before smaller ones',
    'W',
    ['Wales', 'West Midlands', 'North West', 'South West'],
  ],
  ['the beginning of a later word', 'tham', ['Kingston upon Thames', 'Richmond upon Thames']],
  ['the beginning of several words', 'kensington and c', ['Kensington and Chelsea']],
  ['an alias', 'llun', ['London']],
  ['accents and capitals', 'YNYS MON', ['Isle of Anglesey']],
  ['a mark in a name', 'st. hel', ['St. Helens']],
  ['a code', 'E0800003', ['Leeds']],
  [
    'a place as it is told from its namesakes',
    'Newcastle upon Tyne (North East)',
    ['Newcastle upon Tyne'],
  ],
  ['a slip', 'Lodnon', ['London']],
  ['a slip in the beginning of a name', 'Birmngh', ['Birmingham']],
  ['names before aliases', 'y', ['Yorkshire and The Humber', 'York', 'United Kingdom']],
  ['a place by its main word', 'Greater Birmingham', ['Birmingham']],
  ['nothing that is like it', 'xqzvv', []],
])('a search finds %s', (_, query, expected) => {
  expect(namesFor(query, Math.max(1, expected.length))).toEqual(expected);
});

test('without a word, the largest places are given', () => {
  expect(namesFor('', 6)).toEqual([
    'United Kingdom',
    'England',
    'Northern Ireland',
    'Scotland',
    'Wales',
    'East Midlands',
  ]);
  expect(namesFor('  ', 3, usVocabulary)).toEqual(['United States', 'Northeast', 'South']);
  expect(namesFor('', 9, flatVocabulary)).toHaveLength(flatVocabulary.areas.length);
});

test('a search gives no more places than were asked for, and each once', () => {
  for (const query of ['', 'e', 'north', 'Lodnon', 'UK']) {
    expect(namesFor(query, 3).length, query).toBeLessThanOrEqual(3);
    const all = searchPlaces(query, ukVocabulary, 100);
    expect(new Set(all.map(({ code }) => code)).size, query).toBe(all.length);
  }
  expect(namesFor('london', 0)).toEqual([]);
});

test('a letter does not find every place whose code begins with it', () => {
  expect(namesFor('w', 100)).not.toContain('Cardiff');
});

test('places of one name are all found', () => {
  expect(searchPlaces('leeds', namesakeVocabulary, 8).map(({ code }) => code)).toEqual([
    'E08000035',
    'E47000099',
    'X1',
  ]);
});
