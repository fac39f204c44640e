import { expect, test } from 'vitest';
import { listed } from '#src/grammar/listed.ts';

test.each([
  { items: [], text: '' },
  { items: ['a'], text: 'a' },
  { items: ['a', 'b'], text: 'a and b' },
  { items: ['a', 'b', 'c'], text: 'a, b and c' },
])('$items reads "$text"', ({ items, text }) => {
  expect(listed(items)).toBe(text);
});

test('a choice is listed with "or"', () => {
  expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
