import { expect, test } from 'vitest';
import { boxesMeet, strokeMeets } from '#charts/box.ts';

const box = { left: 10, top: 10, right: 20, bottom: 20 };

test.each([
  { of: 'through it', from: [0, 15], to: [30, 15], meets: true },
  { of: 'that ends inside it', from: [0, 0], to: [15, 15], meets: true },
  { of: 'that stops before it', from: [0, 15], to: [9, 15], meets: false },
  { of: 'past its corner', from: [0, 20], to: [9, 31], meets: false },
  { of: 'straight down inside it', from: [12, 0], to: [12, 40], meets: true },
  { of: 'straight down beside it', from: [22, 0], to: [22, 40], meets: false },
  { of: 'that is a point inside it', from: [12, 12], to: [12, 12], meets: true },
] as const)('a stroke $of meets a box: $meets', ({ from, to, meets }) => {
  expect(strokeMeets({ x: from[0], y: from[1] }, { x: to[0], y: to[1] }, box)).toBe(meets);
});

test('a gap makes a stroke or a box meet that only comes near', () => {
  expect(strokeMeets({ x: 22, y: 0 }, { x: 22, y: 40 }, box, 3)).toBe(true);
  expect(boxesMeet(box, { left: 22, right: 30, top: 10, bottom: 20 })).toBe(false);
  expect(boxesMeet(box, { left: 22, right: 30, top: 10, bottom: 20 }, 3)).toBe(true);
});
