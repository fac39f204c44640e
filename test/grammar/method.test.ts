import { expect, test } from 'vitest';
import { echo } from '#src/grammar/echo.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { readingOf, refusalOf, shortly } from './outcomes.ts';

test.each([
  ['method', 'method'],
  ['how was this worked out', 'method'],
  ['How is it calculated?', 'method'],
  ['method region:London since:lift-date', 'method London | lift-date | - | -'],
  ['how is trips in London worked out', 'method London | - | - | -'],
  ['method compare London and Leeds', 'method compare London, Leeds | - | - | -'],
  ['method flows to London by district', 'method flows into London by district | - | - | -'],
  ['method trend London', 'method London | - | - | -'],
])('%s', (text, ask) => {
  expect(shortly(readingOf(text).ask)).toBe(ask);
  expect(readingOf(text).notes).toEqual([]);
});

test.each([
  ['method region:Paris', 'We know no place called ‘Paris’.'],
  ['method since:lift-date', 'Your question does not say which place you mean.'],
  ['method events', 'You asked for method and events at once.'],
])('%s is refused', (text, message) => {
  expect(refusalOf(text).message).toBe(message);
});

test.each([
  ['method', 'I read this as: how answers are worked out.'],
  [
    'method flows to London',
    'I read this as: how this is worked out: the largest flows to London, from each region, all transport, in the last week, from 24 October 2022 to 30 October 2022.',
  ],
])('%s is echoed', (text, sentence) => {
  expect(echo(readingOf(text), ukVocabulary)).toBe(sentence);
});
