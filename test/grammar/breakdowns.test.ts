import { expect, test } from 'vitest';
import { usVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  ['region:London by:week', 'London | - | - | -'],
  ['weekly trips in London', 'London | - | - | -'],
  ['region:London by:day', 'London | - | - | - | by day'],
  ['London daily', 'London | - | - | - | by day'],
  ['trips per day in London', 'London | - | - | - | by day'],
  ['region:London by:weekday', 'London | - | - | - | by weekday'],
  ['London by day of the week', 'London | - | - | - | by weekday'],
  ['London weekdays', 'London | - | - | - | by weekday'],
  ['region:London by:mode', 'London | - | - | - | by mode'],
  ['London by transport', 'London | - | - | - | by mode'],
  ['weekly trips in London by type of transport', 'London | - | - | - | by mode'],
  ['region:London by:mode mode:rail,bus', 'London | - | - | rail,bus | by mode'],
  ['origin:Leeds destination:London by:mode', 'Leeds > London | - | - | - | by mode'],
])('%s', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
  expect(readingOf(text).notes).toEqual([]);
});

test.each([
  [
    'region:London by:day mode:rail since:lift-date',
    'Figures of days are for all transport only, so a type of transport cannot be asked by day.',
    'Try: region:London since:lift-date by:day',
  ],
  [
    'origin:London by:weekday',
    'Figures of days are by where trips end only, so where they start cannot be asked by day.',
    'Try: region:London by:weekday',
  ],
  [
    'region:London by:mode mode:rail',
    'By type of transport needs at least two types, and you named one.',
    'Try: region:London mode:rail',
  ],
  [
    'region:London by:colour',
    'An answer cannot be shown by ‘colour’.',
    'You can use week, day, weekday, mode, kingdom, country, region or district. Try: region:London since:lift-date',
  ],
])('%s is refused', (text, message, next) => {
  expect(refusalOf(text)).toEqual({ kind: 'notUnderstood', message, next });
});

test('a release that tells no transport apart is not asked by it', () => {
  expect(refusalOf('region:CA by:mode', usVocabulary)).toMatchObject({
    message: 'These data do not tell types of transport apart, so nothing can be shown by them.',
    next: 'Try: region:California',
  });
  expect(refusalOf('region:CA by:colour', usVocabulary).next).toBe(
    'You can use week, day, weekday, nation, division or state. Try: region:California since:emergency',
  );
});
