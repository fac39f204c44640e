import { expect, test } from 'vitest';
import { altText } from '#src/summary/alt-text.ts';
import type { Sentence } from '#src/summary/sentence.ts';

const closing = 'The table with this chart holds the numbers.';
const ofLength = (length: number): Sentence => ({ text: 'x'.repeat(length), facts: [] });
const room = 2000 - closing.length - 1;

test('sentences stand in their order, then where the numbers are', () => {
  const [one, other] = [ofLength(3), ofLength(5)];
  expect(altText([one, other]).text).toBe(`xxx xxxxx ${closing}`);
  expect(altText([]).text).toBe(closing);
});

test('a text alternative has at most 2,000 characters, and ends where the numbers are', () => {
  expect(altText([ofLength(room)]).text).toHaveLength(2000);
  expect(altText([ofLength(room + 1)]).text).toBe(closing);
});

test('from the first sentence that has no room on, none is kept but the last', () => {
  expect(altText([ofLength(10), ofLength(room), ofLength(10)]).text).toBe(
    `${'x'.repeat(10)} ${closing}`,
  );
});
