import { expect, test } from 'vitest';
import { usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  ['London', 'London | - | - | -'],
  ['trips in London since the lift date', 'London | lift-date | - | -'],
  ['London since lift-date by rail', 'London | lift-date | - | rail'],
  [
    'Show me rail trips in Leeds, please, since 19th January 2022!',
    'Leeds | 2022-01-19 | - | rail',
  ],
  [
    'how have bus journeys to Belfast changed since the lift date?',
    'Belfast | lift-date | - | bus',
  ],
  ['trips from anywhere to Newcastle upon Tyne by buses', 'Newcastle upon Tyne | - | - | bus'],
  ['from 1 Jan 2022 to 31 March 2022 in Cardiff', 'Cardiff | 2022-01-01 | 2022-03-31 | -'],
  [
    'London, since 2022-01-19, until 2022-06-30, all transport',
    'London | 2022-01-19 | 2022-06-30 | -',
  ],
  [
    'weekly trips in the whole of the United Kingdom since 2022-01-19',
    'United Kingdom | 2022-01-19 | - | -',
  ],
  [
    'trips in Bournemouth, Christchurch and Poole and by rail',
    'Bournemouth, Christchurch and Poole | - | - | rail',
  ],
  ['trend for Leeds England', 'Leeds | - | - | -'],
  ['what events are there in Scotland?', 'events Scotland'],
  ['London until lift-date', 'London | - | lift-date | -'],
])('%s', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
  expect(readingOf(text).notes).toEqual([]);
});

test.each([
  ['trips in OR since the emergency', 'Oregon | emergency | - | -'],
  ['ny since emergency', 'New York | emergency | - | -'],
  ['trips to the state of California', 'California | - | - | -'],
  ['West', 'West | - | - | -'],
])('%s, in another country', (text, ask) => {
  expect(shortly(readingOf(text, usVocabulary).ask)).toBe(ask);
});

test.each([
  [
    'foo London since lift-date bar baz',
    'London | lift-date | - | -',
    ['I ignored ‘foo’, ‘bar baz’.'],
  ],
  ['Lodnon since lift-date', 'London | lift-date | - | -', ['I read ‘Lodnon’ as London.']],
  [
    'Noth East by rial',
    'North East | - | - | rail',
    ['I read ‘Noth East’ as North East.', 'I read ‘rial’ as Rail.'],
  ],
  [
    'kensington since lift dtae',
    'Kensington and Chelsea | lift-date | - | -',
    ['I read ‘lift dtae’ as lift-date.', 'I read ‘kensington’ as Kensington and Chelsea.'],
  ],
  ['East Devn by car', 'East Devon | - | - | car', ['I read ‘East Devn’ as East Devon.']],
])('%s is read, and what was guessed or ignored is said', (text, ask, notes) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
  expect(readingOf(text).notes).toEqual(notes);
});

test.each([
  ['trips in Paris', 'We know no place called ‘Paris’.'],
  ['trips in the Paris by rail', 'We know no place called ‘Paris’.'],
  ['London and Paris', 'We know no place called ‘Paris’.'],
  ['London, paris', 'We know no place called ‘London, paris’.'],
  ['Inner London', 'We know no place called ‘Inner London’.'],
  ['Chipping Leeds by rail', 'We know no place called ‘Chipping Leeds’.'],
  ['trips in London Colney by rail', 'We know no place called ‘London Colney’.'],
  ['London Colney by rail', 'We know no place called ‘London Colney’.'],
  ['Lodnn since lift-date', 'We know no place called ‘Lodnn’.'],
  [
    'trips in Newcastle by rail',
    'The name ‘Newcastle’ may mean Newcastle upon Tyne (North East) or Newcastle-under-Lyme (West Midlands).',
  ],
  ['London not by rail', 'Leaving something out (‘not’) cannot be asked yet.'],
  ['trips to work in London', 'The purpose of trips (‘work’) cannot be asked yet.'],
  ['trips to London and Paris', 'We know no place called ‘Paris’.'],
  ['London Leeds', 'You named more than one place: London and Leeds.'],
  ['trips in London to Leeds', 'You named more than one place: London and Leeds.'],
  ['trips in London May by rail', 'The date ‘May’ needs a year.'],
  ['London rail Wed', 'We know no date or event called ‘Wed’.'],
  ['London from', 'Nothing follows the word origin.'],
  ['trips from Paris to London', 'We know no place called ‘Paris’.'],
  ['London by rail bus', 'You gave mode more than once.'],
  ['London by tram', 'We know no kind of transport called ‘tram’.'],
  ['London tram since lift-date', 'We know no kind of transport called ‘tram’.'],
  ['London by rail and zeppelin', 'We know no kind of transport called ‘zeppelin’.'],
  ['London since plan-b since lift-date', 'You gave since more than once.'],
  ['yrok since lift-date', 'We know no place called ‘yrok’.'],
  ['London since', 'Nothing follows the word since.'],
  ['trips since lift-date by rail', 'Your question does not say which place you mean.'],
  ['asdf qwer', 'We did not understand ‘asdf qwer’.'],
  [
    'London events since lift-date',
    'A list of events can be narrowed to one place and to nothing else.',
  ],
  [
    'a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 m1 London',
    'We did not understand ‘a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 m1…’.',
  ],
])('%s is refused, since something important is not resolved', (text, message) => {
  expect(refusalOf(text).message).toBe(message);
});
