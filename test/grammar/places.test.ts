import { expect, test } from 'vitest';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { ukVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf } from './outcomes.ts';

const placeOf = (text: string, vocabulary?: Vocabulary) => {
  const { ask, notes } = readingOf(text, vocabulary);
  const named = ask.command === 'trend' ? ask.destinations : [];
  return { name: named.map(({ name }) => name).join(' + '), notes };
};

test.each([
  ['E12000007', 'London'],
  ['e12000007', 'London'],
  ['UK', 'United Kingdom'],
  ['the United Kingdom', 'United Kingdom'],
  ['Y DEYRNAS UNEDIG', 'United Kingdom'],
  ['Ynys Mon', 'Isle of Anglesey'],
  ['Caerdydd', 'Cardiff'],
  ['N Ireland', 'Northern Ireland'],
  ['St Helens', 'St. Helens'],
  ['st.helens', 'St. Helens'],
  ['Hammersmith & Fulham', 'Hammersmith and Fulham'],
  ['newcastle-UNDER-lyme', 'Newcastle-under-Lyme'],
  ['Newcastle under Lyme', 'Newcastle-under-Lyme'],
  ['Kingston upon Hull, City of', 'Kingston upon Hull, City of'],
  ['Hull', 'Kingston upon Hull, City of'],
  ['Bournemouth, Christchurch and Poole', 'Bournemouth, Christchurch and Poole'],
  ['bournemouth christchurch & poole', 'Bournemouth, Christchurch and Poole'],
  ['Yorkshire', 'Yorkshire and The Humber'],
  ['York', 'York'],
  ['the city', 'City of London'],
  ['West Midlands', 'West Midlands'],
  ['Newcastle upon Tyne (North East)', 'Newcastle upon Tyne'],
  ['Newcastle (West Midlands)', 'Newcastle-under-Lyme'],
  ['Leeds, England', 'Leeds'],
  ['London (region)', 'London'],
  ['Wales', 'Wales'],
])('region:%s is %s, with or without quotation marks', (typed, name) => {
  expect(placeOf(`region:${typed}`)).toEqual({ name, notes: [] });
  expect(placeOf(`region:"${typed}" since:2022-01-19`)).toEqual({ name, notes: [] });
});

test.each([
  ['Lodnon', 'London'],
  ['Londn', 'London'],
  ['Leedss', 'Leeds'],
  ['Kensington', 'Kensington and Chelsea'],
  ['Yrok', 'York'],
  ['Bournemouth, Chirstchurch and Poole', 'Bournemouth, Christchurch and Poole'],
  ['Kingston upon Hul, City of', 'Kingston upon Hull, City of'],
  ['Newcastle-upon-Tine', 'Newcastle upon Tyne'],
])('one slip, or the beginning of one name, is read and said: %s', (typed, name) => {
  expect(placeOf(`region:${typed}`)).toEqual({ name, notes: [`I read ‘${typed}’ as ${name}.`] });
});

test.each([
  [
    'Lodnn',
    'We know no place called ‘Lodnn’.',
    'Did you mean London? Try: region:London since:lift-date',
  ],
  [
    'Birmnghm',
    'We know no place called ‘Birmnghm’.',
    'Did you mean Birmingham? Try: region:Birmingham since:lift-date',
  ],
  ['Paris', 'We know no place called ‘Paris’.', 'Try: region:England since:lift-date'],
  [
    'London Colney',
    'We know no place called ‘London Colney’.',
    'Did you mean London? Try: region:London since:lift-date',
  ],
  [
    'Devon',
    'We know no place called ‘Devon’.',
    'Did you mean East Devon, Mid Devon or North Devon? Try: region:"East Devon" since:lift-date',
  ],
  [
    'Newcastle',
    'The name ‘Newcastle’ may mean Newcastle upon Tyne (North East) or Newcastle-under-Lyme (West Midlands).',
    'Try: region:"Newcastle upon Tyne" since:lift-date',
  ],
  [
    'Newcastel',
    'We know no place called ‘Newcastel’.',
    'Did you mean Newcastle upon Tyne or Newcastle-under-Lyme? Try: region:"Newcastle upon Tyne" since:lift-date',
  ],
  [
    'Richmond',
    'The name ‘Richmond’ may mean Richmond upon Thames (London) or Richmondshire (Yorkshire and The Humber).',
    'Try: region:"Richmond upon Thames" since:lift-date',
  ],
  [
    'Kingston',
    'The name ‘Kingston’ may mean Kingston upon Thames (London) or Kingston upon Hull, City of (Yorkshire and The Humber).',
    'Try: region:"Kingston upon Thames" since:lift-date',
  ],
])('a name that is not one place is refused: %s', (typed, message, next) => {
  const refusal = refusalOf(`region:${typed}`);
  expect(refusal.kind).toBe('notUnderstood');
  expect(refusal.message).toBe(message);
  expect(refusal.next).toBe(next);
});

const twoLevels: Vocabulary = {
  ...ukVocabulary,
  areas: [
    ...ukVocabulary.areas,
    { code: 'E47000007', name: 'West Midlands', level: 'combined authority', parent: 'E12000005' },
    { code: 'E47000099', name: 'Leeds', level: 'combined authority', parent: 'E12000003' },
  ],
};

test('one name at two levels that are different places is asked about', () => {
  expect(refusalOf('region:"West Midlands"', twoLevels).message).toBe(
    'The name ‘West Midlands’ may mean West Midlands (England) or West Midlands (West Midlands).',
  );
  expect(refusalOf('region:Leeds', twoLevels).message).toBe(
    'The name ‘Leeds’ may mean Leeds (district) or Leeds (combined authority).',
  );
});

test.each([
  ['West Midlands (England)', 'E12000005'],
  ['West Midlands (West Midlands)', 'E47000007'],
  ['Leeds (combined authority)', 'E47000099'],
  ['Leeds (E08000035)', 'E08000035'],
])('each of them can be typed: %s', (typed, code) => {
  expect(readingOf(`region:${typed}`, twoLevels).ask).toMatchObject({ destinations: [{ code }] });
});

test('an alias shared by two places is asked about, at most four are listed', () => {
  const areas = ['Ash', 'Beech', 'Cedar', 'Elm', 'Fir', 'Gum'].map((name, i) => ({
    code: `C${i}`,
    name,
    level: 'ward',
    parent: undefined,
  }));
  const shared: Vocabulary = {
    ...usVocabulary,
    areas,
    aliases: areas.map(({ code }) => ({ alias: 'Grove', code })),
    events: [],
  };
  expect(refusalOf('region:Grove', shared)).toMatchObject({
    message:
      'The name ‘Grove’ may mean Ash (ward), Beech (ward), Cedar (ward), Elm (ward) or 2 more.',
    next: 'Try: region:Ash',
  });
});

test('a place listed at two levels with one code is one place', () => {
  expect(readingOf('region:Wales').ask).toMatchObject({
    destinations: [{ code: 'W92000004', level: 'country' }],
  });
});

test.each([
  ['Washington', 'Washington'],
  ['WA', 'Washington'],
  ['Washington DC', 'District of Columbia'],
  ['New York state', 'New York'],
  ['53', 'Washington'],
  ['West', 'West'],
  ['West Virginia', 'West Virginia'],
  ['Oregon, West', 'Oregon'],
])('region:%s is %s in another country', (typed, name) => {
  expect(placeOf(`region:${typed}`, usVocabulary)).toEqual({ name, notes: [] });
});

test('a beginning that several names share is asked about', () => {
  expect(refusalOf('region:New', usVocabulary).message).toBe(
    'The name ‘New’ may mean New York (Northeast) or New Jersey (Northeast).',
  );
});

test('a beginning of one name that is also one slip from another is asked about', () => {
  const areas = ['Milton Keynes', 'Melton'].map((name, i) => ({
    code: `D${i}`,
    name,
    level: 'district',
    parent: undefined,
  }));
  const close: Vocabulary = { ...usVocabulary, areas, aliases: [], events: [] };
  expect(refusalOf('region:Milton', close).message).toBe(
    'The name ‘Milton’ may mean Milton Keynes (district) or Melton (district).',
  );
});
