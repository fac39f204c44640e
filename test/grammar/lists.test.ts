import { expect, test } from 'vitest';
import { flatVocabulary, usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  ['region:London,Leeds', 'compare London, Leeds | - | - | -'],
  ['region:London, Leeds', 'compare London, Leeds | - | - | -'],
  ['region:London,Leeds and York by rail', 'compare London, Leeds, York | - | - | rail'],
  ['London and Leeds', 'compare London, Leeds | - | - | -'],
  ['London, Leeds & York', 'compare London, Leeds, York | - | - | -'],
  ['trips in London and in Leeds', 'compare London, Leeds | - | - | -'],
  ['trips to London and Leeds', 'compare London, Leeds | - | - | -'],
  ['London or Leeds', 'compare London, Leeds | - | - | -'],
  ['region:London,Leeds,London', 'compare London, Leeds | - | - | -'],
  ['region:Leeds,England', 'compare Leeds, England | - | - | -'],
  ['region:Cymru,Llundain', 'compare Wales, London | - | - | -'],
  ['Caerdydd and Ynys Môn', 'compare Cardiff, Isle of Anglesey | - | - | -'],
  ['region:London+Leeds', 'London + Leeds | - | - | -'],
  ['London + Leeds by rail', 'London + Leeds | - | - | rail'],
  ['destination:London,Leeds', 'London + Leeds | - | - | -'],
  ['origin:London,Leeds', 'London + Leeds > | - | - | -'],
  ['origin:London+Leeds destination:York', 'London + Leeds > York | - | - | -'],
])('%s is read: commas side by side, + and directions together', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
  expect(readingOf(text).notes).toEqual([]);
});

const bcp = 'Bournemouth, Christchurch and Poole';

test.each([
  [`region:"${bcp}",Leeds`, `compare ${bcp}, Leeds | - | - | -`],
  [`region:Leeds,"${bcp}"`, `compare Leeds, ${bcp} | - | - | -`],
  [`region:Leeds+"${bcp}"`, `Leeds + ${bcp} | - | - | -`],
  [`region:${bcp}, Leeds`, `compare ${bcp}, Leeds | - | - | -`],
  ['region:bournemouth,christchurch and poole,Leeds', `compare ${bcp}, Leeds | - | - | -`],
  [`${bcp} and Hammersmith and Fulham`, `compare ${bcp}, Hammersmith and Fulham | - | - | -`],
  [
    'Leeds and Kingston upon Hull, City of',
    'compare Leeds, Kingston upon Hull, City of | - | - | -',
  ],
  [`region:"${bcp}"`, `${bcp} | - | - | -`],
])('%s: a name with commas or "and" is one place', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
});

test('a name of two words is not read over a list mark', () => {
  const read = (text: string) => shortly(readingOf(text, flatVocabulary).ask);
  expect(read('region:West,Virginia')).toBe('compare West, Virginia | - | - | -');
  expect(read('region:West+Virginia')).toBe('West + Virginia | - | - | -');
  expect(read('region:"West Virginia"')).toBe('West Virginia | - | - | -');
  expect(read('region:ash,elm and oak')).toBe('Ash, Elm and Oak | - | - | -');
});

test('a place that lies within another of its group is counted once, which is said', () => {
  const { ask, notes } = readingOf('destination:Kensington and Chelsea,London,Leeds');
  expect(shortly(ask)).toBe('London + Leeds | - | - | -');
  expect(notes).toEqual(['Kensington and Chelsea lies within London and is counted once.']);
  expect(readingOf('region:England+Leeds+London').notes).toEqual([
    'Leeds lies within England and is counted once.',
    'London lies within England and is counted once.',
  ]);
  expect(shortly(readingOf('region:England,London').ask)).toBe(
    'compare England, London | - | - | -',
  );
});

test.each([
  ['region:Lodnon,Leedss', ['I read ‘Lodnon’ as London.', 'I read ‘Leedss’ as Leeds.']],
  ['region:London and Kensington', ['I read ‘Kensington’ as Kensington and Chelsea.']],
])('a slip in a list is read and said: %s', (text, notes) => {
  expect(readingOf(text).notes).toEqual(notes);
});

test.each([
  ['region:Paris,London', 'We know no place called ‘Paris’.'],
  ['region:London,Paris', 'We know no place called ‘Paris’.'],
  ['origin:London,Paris destination:Leeds', 'We know no place called ‘Paris’.'],
  [
    'region:London,Newcastle',
    'The name ‘Newcastle’ may mean Newcastle upon Tyne (North East) or Newcastle-under-Lyme (West Midlands).',
  ],
  [
    'London and Richmond',
    'The name ‘Richmond’ may mean Richmond upon Thames (London) or Richmondshire (Yorkshire and The Humber).',
  ],
  ['region:"London by rail",Leeds', 'We know no place called ‘London by rail’.'],
  [
    'region:London+Leeds,York',
    'Places can be side by side, with commas, or counted together, with +, and not both.',
  ],
  [
    'origin:York region:London,Leeds',
    'Places side by side are compared by the trips that end in them, and not by where trips start.',
  ],
])('%s is refused', (text, message) => {
  expect(refusalOf(text).message).toBe(message);
});

const nations = 'England, Wales, Scotland, Northern Ireland';
const regions =
  'North East, North West, Yorkshire and The Humber, East Midlands, West Midlands, East of England, London, South East, South West';

test.each([
  ['region:all', `compare ${nations}`],
  ['every nation', `compare ${nations}`],
  ['all countries', `compare ${nations}`],
  ['everywhere', `compare ${nations}`],
  ['compare region:all', `compare ${nations}`],
  ['region:England by:region', `compare ${regions}`],
  ['the regions of England', `compare ${regions}`],
  ['trips in England by region', `compare ${regions}`],
  ['region:all by:region', `compare ${regions}, Wales, Scotland, Northern Ireland`],
  ['region:UK by:regions', `compare ${regions}, Wales, Scotland, Northern Ireland`],
  ['by region', `compare ${regions}, Wales, Scotland, Northern Ireland`],
  ['region:Wales by:district', 'compare Cardiff, Swansea, Isle of Anglesey'],
  [
    'each district of the North East and Wales',
    'compare Newcastle upon Tyne, County Durham, Cardiff, Swansea, Isle of Anglesey',
  ],
])('%s is every place of a level side by side', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(`${ask} | - | - | -`);
  expect(readingOf(text).notes).toEqual([]);
});

test('the words for levels are those of the release', () => {
  const states = shortly(readingOf('region:West by:state', usVocabulary).ask);
  expect(states).toBe('compare California, Washington, Oregon | - | - | -');
  expect(shortly(readingOf('region:all', usVocabulary).ask)).toBe(
    'compare Northeast, South, West | - | - | -',
  );
  expect(shortly(readingOf('region:all', flatVocabulary).ask)).toContain('compare West, Virginia');
  expect(refusalOf('every county', usVocabulary).kind).toBe('notUnderstood');
});

test.each([
  ['region:London by:region', 'London is not made up of several regions.'],
  [
    'region:London by:district vs:Leeds',
    'Places of a level can be asked for inside a place, and not next to other places.',
  ],
  [
    'London vs the regions',
    'Places of a level can be asked for inside a place, and not next to other places.',
  ],
  ['region:Leeds by:district', 'Leeds is not made up of several districts.'],
  [
    'origin:England by:region',
    'Places side by side are compared by the trips that end in them, and not by where trips start.',
  ],
])('%s is refused', (text, message) => {
  expect(refusalOf(text).message).toBe(message);
});

test('more than 40 places side by side are too many', () => {
  const areas = Array.from({ length: 41 }, (_, i) => ({
    code: `C${i}`,
    name: `Parish ${i}`,
    level: 'parish',
    parent: undefined,
  }));
  const many = { ...flatVocabulary, areas };
  expect(refusalOf('region:all', many)).toMatchObject({
    kind: 'tooBroad',
    message: 'That is 41 places side by side: we show at most 40.',
  });
  const fewer = { ...many, areas: areas.slice(1) };
  expect(shortly(readingOf('region:all', fewer).ask)).toContain('Parish 40');
});
