import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteAsker } from '#src/refusal.ts';

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
