import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureText } from '#charts/measure-text.ts';
import { wrapText } from '#charts/wrap-text.ts';

const face = { size: 14, weight: 400 } as const;
const word = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((text) => text.replaceAll(/\s/gu, '') || 'a');

test('wrapping loses no word and fits the width wherever a word does', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 20, max: 400 }),
      (words, width) => {
        const lines = wrapText(words.join(' '), width, face);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) {
          expect(measureText(line, 14, 400) <= width || !line.includes(' ')).toBe(true);
        }
      },
    ),
  );
});

test('lines are evened out, so that no word stands alone', () => {
  expect(wrapText('Bournemouth, Christchurch and Poole', 130, { size: 14, weight: 600 })).toEqual([
    'Bournemouth,',
    'Christchurch',
    'and Poole',
  ]);
  expect(wrapText('one two three four five six', 150, face)).toEqual([
    'one two three',
    'four five six',
  ]);
});
