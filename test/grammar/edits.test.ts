import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween } from '#src/grammar/edits.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';

test.each([
  ['london', 'london', 0],
  ['lodnon', 'london', 1],
  ['londn', 'london', 1],
  ['londonn', 'london', 1],
  ['lindon', 'london', 1],
  ['lodnn', 'london', 2],
  // A part is edited once only: ca → abc costs 3, where Damerau–Levenshtein with free edits says 2.
  ['ca', 'abc', 3],
  ['', 'abc', 3],
])('from %j to %j it takes %i edits', (a, b, edits) => {
  expect(editsBetween(a, b, 5)).toBe(edits);
  expect(editsBetween(b, a, 5)).toBe(edits);
  expect(editsBetween(a, b, edits)).toBe(edits);
});

test('the limit only cuts: below it nothing changes', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      expect(editsBetween(a, b, limit)).toBe(Math.min(editsBetween(a, b, 20), limit + 1));
    }),
  );
});

test.each([
  ['lodnon', ['london'], ['london']],
  ['harlew', ['harlow', 'harrow'], ['harlow']],
  ['harbow', ['harlow', 'harrow'], ['harlow', 'harrow']],
  ['lockdown 2', ['lockdown 1'], []],
  ['plan a', ['plan b'], []],
  ['step2', ['step 2'], ['step 2']],
  ['t albans', ['st albans'], ['st albans']],
  ['ngb', ['gb'], []],
])('%s may be one slip from %j: %j', (typed, spellings, expected) => {
  expect(misspellingOf(typed, spellings, 1)).toEqual(expected);
});
