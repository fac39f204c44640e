import { expect, test } from 'vitest';
import { usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  ['region:London', 'London'],
  ['destination:London', 'London'],
  ['trips in London', 'London'],
  ['trips into London', 'London'],
  ['trips that end in London', 'London'],
  ['from anywhere to London', 'London'],
  ['origin:Leeds', 'Leeds >'],
  ['trips from Leeds', 'Leeds >'],
  ['trips out of Leeds', 'Leeds >'],
  ['leaving Leeds', 'Leeds >'],
  ['trips starting in Leeds', 'Leeds >'],
  ['from Leeds to everywhere', 'Leeds >'],
  ['origin:Leeds destination:London', 'Leeds > London'],
  ['origin:Leeds region:London', 'Leeds > London'],
  ['Leeds to London', 'Leeds > London'],
  ['Leeds and York to London', 'Leeds + York > London'],
  ['from Leeds to London', 'Leeds > London'],
  ['to London from Leeds', 'Leeds > London'],
  ['trips in London from Leeds', 'Leeds > London'],
  ['trips from Leeds and York to London', 'Leeds + York > London'],
  ['trips from Leeds to London and Cardiff', 'Leeds > London + Cardiff'],
])('%s', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(`${ask} | - | - | -`);
  expect(readingOf(text).notes).toEqual([]);
});

test.each([
  [
    'from 1 January 2022 to 31 March 2022 Leeds to London',
    'Leeds > London | 2022-01-01 | 2022-03-31 | -',
  ],
  ['Leeds to London to 31 March 2022', 'Leeds > London | - | 2022-03-31 | -'],
  ['from Leeds from lift-date to London by rail', 'Leeds > London | lift-date | - | rail'],
  ['starting in January 2022 in Leeds', 'Leeds | 2022-01-01 | - | -'],
  ['London to 31 March 2022', 'London | - | 2022-03-31 | -'],
])('from and to are of time before a date, of place before a place: %s', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
});

test('an event between places is that of where trips end, else of where they start', () => {
  const dateOf = (text: string) => {
    const { ask } = readingOf(text);
    return ask.command === 'trend' ? ask.since?.date : undefined;
  };
  expect(dateOf('origin:Leeds destination:Cardiff since:lift-date')).toBe('2022-01-28');
  expect(dateOf('origin:Cardiff since:lift-date')).toBe('2022-01-28');
  expect(dateOf('destination:Cardiff+Swansea since:lift-date')).toBe('2022-01-28');
  expect(refusalOf('destination:Cardiff+Leeds since:lift-date').message).toBe(
    'For Cardiff and Leeds as a whole lift-date is not one date: Wales 28 January 2022 and England 19 January 2022.',
  );
});

test('a short name that is also a small word is a place after "in" and "to"', () => {
  expect(shortly(readingOf('CA to OR', usVocabulary).ask)).toBe('California > Oregon | - | - | -');
  expect(shortly(readingOf('region:CA,OR', usVocabulary).ask)).toBe(
    'compare California, Oregon | - | - | -',
  );
});

test.each([
  ['region:London destination:Leeds', 'You said more than once where trips end: London and Leeds.'],
  ['London Leeds', 'You named more than one place: London and Leeds.'],
  ['London to Leeds to York', 'You named more than one place: Leeds and York.'],
  ['from Paris to London', 'We know no place called ‘Paris’.'],
  ['from London to Paris', 'We know no place called ‘Paris’.'],
  ['from 31/02/2022 to London', 'Read as day, month and year, ‘31/02/2022’ is not a date.'],
])('%s is refused', (text, message) => {
  const refusal = refusalOf(text);
  if (!message.startsWith('Read')) expect(refusal.message).toBe(message);
  readingOf(refusal.next.split('Try: ')[1] ?? '');
});
