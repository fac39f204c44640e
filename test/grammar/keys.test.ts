import { expect, test } from 'vitest';
import { usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  ['region:London since:lift-date', 'London | lift-date | - | -'],
  ['trend region:London since:lift-date', 'London | lift-date | - | -'],
  ['since:lift-date region:Wales', 'Wales | lift-date | - | -'],
  ['REGION:LONDON SINCE:LIFT-DATE', 'London | lift-date | - | -'],
  ['region: London  since: lift-date', 'London | lift-date | - | -'],
  [
    'region:London since:lift_date until:2022-06-30 mode:rail',
    'London | lift-date | 2022-06-30 | rail',
  ],
  [
    'region:"Newcastle upon Tyne" mode:"walking and cycling"',
    'Newcastle upon Tyne | - | - | active',
  ],
  [
    'region:“Newcastle upon Tyne” since:“19 January 2022”',
    'Newcastle upon Tyne | 2022-01-19 | - | -',
  ],
  ['region:«Leeds»', 'Leeds | - | - | -'],
  [
    'region:Newcastle upon Tyne since:the lift date mode:Rail',
    'Newcastle upon Tyne | lift-date | - | rail',
  ],
  ['region:London by rail since the lift date', 'London | lift-date | - | rail'],
  ['trips by rail region:London', 'London | - | - | rail'],
  ['region:London mode:all', 'London | - | - | -'],
  ['region：London', 'London | - | - | -'],
  ['region:Lon\u200bdon\u202e since:lift-date', 'London | lift-date | - | -'],
  ['events', 'events'],
  ['events region:Scotland', 'events Scotland'],
  ['evnets region:Scotland', 'events Scotland'],
  ['help', 'help'],
  ['status', 'status'],
])('%s is read', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
});

test.each([
  ['region:06 since:emergency', 'California | emergency | - | -'],
  ['region:ca since:2020-04-01', 'California | 2020-04-01 | - | -'],
  ['region:"New York" mode:all', 'New York | - | - | -'],
  ['region:the United States until:emergency', 'United States | - | emergency | -'],
])('%s is read where the vocabulary is that of another country', (text, ask) => {
  expect(shortly(readingOf(text, usVocabulary).ask)).toBe(ask);
});

test.each([
  ['', 'You have not asked anything yet.', 'Try: region:England since:lift-date'],
  [' \t\u200f', 'You have not asked anything yet.', 'Try: region:England since:lift-date'],
  [
    'trend',
    'Your question does not say which place you mean.',
    'Try: region:England since:lift-date',
  ],
  [
    'since:lift-date',
    'Your question does not say which place you mean.',
    'Try: region:England since:lift-date',
  ],
  [
    'region:London region:Leeds',
    'You gave region more than once.',
    'Keep one of them. Try: region:London since:lift-date',
  ],
  [
    'region:London since:plan-b since:lift-date',
    'You gave since more than once.',
    'Keep one of them. Try: region:London since:lift-date',
  ],
  ['region:London since:', 'Nothing follows the word since.', 'Try: region:London since:lift-date'],
  [
    'region:"" since:lift-date',
    'Nothing follows the word region.',
    'Try: region:England since:lift-date',
  ],
  [
    'region:"London by rail"',
    'We know no place called ‘London by rail’.',
    'Did you mean London? Try: region:London since:lift-date',
  ],
  [
    'regoin:London',
    'There is no key called ‘regoin’.',
    'Did you mean region? Try: region:London since:lift-date',
  ],
  [
    'colour:red region:London',
    'There is no key called ‘colour’.',
    'You can use region, origin, destination, since, until, between, by, mode, measure, vs or show. Try: region:London since:lift-date',
  ],
  [
    'region:London mode:hovercraft',
    'We know no kind of transport called ‘hovercraft’.',
    'You can use car, rail, bus or active (Walking and cycling). Try: region:London since:lift-date',
  ],
  [
    'events region:Wales,Scotland',
    'A list of events can be narrowed to one place and to nothing else.',
    'Try: events region:Wales',
  ],
  [
    'events region:Wales mode:rail',
    'A list of events can be narrowed to one place and to nothing else.',
    'Try: events region:Wales',
  ],
  [
    'events trend',
    'You asked for events and trend at once.',
    'Ask for one at a time. Try: region:England since:lift-date',
  ],
])('%j is answered with one clear sentence and an example', (text, message, next) => {
  expect(refusalOf(text)).toEqual({ kind: 'notUnderstood', message, next });
});

test.each([
  ['region:London show:map', 'A map (‘map’)'],
  ['map', 'A map (‘map’)'],
  ['region:London detail:model', 'More detail (‘detail’)'],
  ['digest', 'A digest (‘digest’)'],
  ['watch region:London', 'A watch (‘watch’)'],
  ['region:London by:purpose', 'The purpose of trips (‘purpose’)'],
  ['region:London purpose:work', 'The purpose of trips (‘purpose’)'],
  ['region:London by:hour', 'This breakdown (‘hour’)'],
  ['region:London hour:8', 'This breakdown (‘hour’)'],
  ['region:London age:60', 'This breakdown (‘age’)'],
  ['region:London without:rail', 'Leaving something out (‘without’)'],
])('%s is refused as not built yet, with what can be asked', (text, idea) => {
  const { message, next } = refusalOf(text);
  expect(message).toBe(`${idea} cannot be asked yet.`);
  expect(next).toContain(
    'You can use region, origin, destination, since, until, between, by, mode, measure, vs or show. Try: ',
  );
});

test.each([
  ['region:London measure:trips', 'London | - | - | -'],
  ['region:London show:chart', 'London | - | - | -'],
  ['region:London show:table', 'London | - | - | - | table'],
  ['London as a table', 'London | - | - | - | table'],
  ['destination:London', 'London | - | - | -'],
  ['region:London destination:London', 'London | - | - | -'],
  ['origin:London', 'London > | - | - | -'],
  ['region:London &amp; Leeds', 'compare London, Leeds | - | - | -'],
  ['region:&lt;London&gt;', 'London | - | - | -'],
])('%s is read, with nothing to say about it', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
  expect(readingOf(text).notes).toEqual([]);
});

test.each([
  ['region:London measure:people', 'These data have trips only, so ‘people’ cannot be asked.'],
  ['region:London show:pie', 'An answer cannot be shown as ‘pie’.'],
  ['region:London by:colour', 'An answer cannot be shown by ‘colour’.'],
  ['region:London vs:Paris', 'We know no place called ‘Paris’.'],
  ['region:London destination:Leeds', 'You said more than once where trips end: London and Leeds.'],
  ['region:London show:table show:chart', 'You gave show more than once.'],
  ['region:London by:day by:mode', 'You gave by more than once.'],
  ['region:London &amp;amp; Leeds', 'We know no place called ‘amp’.'],
])('%s is refused', (text, message) => {
  expect(refusalOf(text).message).toBe(message);
});

test('help and status answer whatever else is said, and report it as ignored', () => {
  expect(readingOf('help me with London')).toEqual({
    ask: { command: 'help' },
    notes: ['I ignored ‘London’.'],
  });
  expect(readingOf('help compare').notes).toEqual(['I ignored ‘compare’.']);
  expect(readingOf('hlep').notes).toEqual(['I read ‘hlep’ as help.']);
});

test('a question of more than 500 characters is not read', () => {
  const text = `region:London ${'please '.repeat(100)}`;
  expect(refusalOf(text).message).toBe(
    'Your question is too long: we read at most 500 characters.',
  );
  expect(shortly(readingOf(text.slice(0, 500)).ask)).toBe('London | - | - | -');
});

test('a release without kinds of transport says so', () => {
  expect(refusalOf('region:California mode:rail', usVocabulary).message).toBe(
    'These data do not tell kinds of transport apart, so ‘rail’ cannot be asked.',
  );
});
