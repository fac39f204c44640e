import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, cutText } from '#src/edges/slack/write/cut-text.ts';
import { fitSentences } from '#src/edges/slack/write/fit-sentences.ts';
import { splitText } from '#src/edges/slack/write/split-text.ts';

test.each([
  ['Trips rose.', 20, 'Trips rose.'],
  ['Trips rose in London.', 16, 'Trips rose in…'],
  ['Trips rose in London.', 14, 'Trips rose in…'],
  ['Llanfairpwllgwyngyll', 8, 'Llanfai…'],
  ['ab😀cd', 4, 'ab…'],
])('%s is cut to %i characters at a word', (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});

test.each([
  ['One. Two three. Four five six.', 18, ['One. Two three.', 'Four five six.']],
  ['One two three four', 10, ['One two', 'three four']],
  ['First line\nsecond line', 15, ['First line', 'second line']],
  ['', 10, []],
])('%j is split after sentences, else after words', (text, most, pieces) => {
  expect(splitText(text, most)).toEqual(pieces);
});

test('no piece is too long or empty, none ends within a character, and no word is lost', () => {
  const texts = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 30 }))
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(texts, fc.integer({ min: 4, max: 60 }), (text, most) => {
      const pieces = splitText(text, most);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(most);
        expect(piece.trim()).not.toBe('');
        expect(piece.isWellFormed()).toBe(true);
      }
      const bare = (words: string) => words.replaceAll(/\s/gu, '');
      expect(bare(pieces.join(''))).toBe(bare(text));
      expect(cutText(text, most).length).toBeLessThanOrEqual(most);
      expect(text.startsWith(beginningOf(text, most))).toBe(true);
    }),
  );
});

test('of too many sentences the last stays, where the caveat stands', () => {
  const sentences = ['One is one.', 'Two is two.', 'Three is three.', 'These are invented.'];
  expect(fitSentences(sentences, 200)).toEqual(sentences);
  expect(fitSentences(sentences, 50)).toEqual([
    'One is one.',
    'Two is two.',
    '…',
    'These are invented.',
  ]);
  expect(fitSentences(['One is one and only one.'], 20)).toEqual(['One is one and only…']);
});
