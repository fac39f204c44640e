import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noData, quoteAsker, tooSmall } from '#src/refusal.ts';
import { examplesIn, readingOf } from '#test/grammar/outcomes.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

test.each([
  ['London', '‘London’'],
  ['  the   lift\ndate ', '‘the lift date’'],
  ['<!channel> hello', '‘channel hello’'],
  ['*bold* _it_ ~no~ `code` <@U123> #x |y &amp;', '‘bold it no code U123 x y amp’'],
  [':smile:', '‘smile’'],
  ['https://evil.example/x', '‘https evil example x’'],
  ['St. Helens', '‘St Helens’'],
  ['19/01/22 or 19.1.22', '‘19/01/22 or 19.1.22’'],
  ["King's Lynn", "‘King's Lynn’"],
  ['Ynys Môn', '‘Ynys Môn’'],
  ['\u202e\u0000', 'that'],
  ['🚆', 'that'],
  ['', 'that'],
  ['a'.repeat(50), `‘${'a'.repeat(39)}…’`],
])('%j is repeated as %s', (text, quoted) => {
  expect(quoteAsker(text)).toBe(quoted);
});

test('whatever is repeated is short, plain and on one line', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })),
      (text) => {
        const quoted = quoteAsker(text);
        expect(Array.from(quoted).length).toBeLessThanOrEqual(42);
        expect(quoted).not.toMatch(/[<>&*_~`|@#:[\]{}()\\"\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(quoted === 'that' || /^‘[^‘]+’$/u.test(quoted)).toBe(true);
      },
    ),
  );
});

const place = (name: string) => {
  const found = ukVocabulary.areas.find((area) => area.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

test('a place without data, and one too small to say, lead to something that can be asked', () => {
  const refusals = [
    noData(place('York')),
    tooSmall(place('York'), place('Yorkshire and The Humber')),
    tooSmall(place('United Kingdom'), undefined),
  ];
  for (const refusal of refusals) {
    expect(examplesIn(refusal)).toHaveLength(1);
    for (const example of examplesIn(refusal)) readingOf(example);
  }
  expect(refusals[1]).toEqual({
    kind: 'disclosive',
    message:
      'We cannot show trips in York, because the number is too small to publish without a risk of revealing information about people.',
    next: 'Ask about Yorkshire and The Humber instead. Try: region:"E12000003"',
  });
});

test('a refusal for smallness never says a number', () => {
  for (const larger of [place('England'), undefined])
    expect(tooSmall(place('York'), larger).message).not.toMatch(/\d/);
});
