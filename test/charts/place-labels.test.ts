import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '#charts/place-labels.ts';

const within = { from: 0, to: 680 };
const at = (...places: readonly number[]) => places.map((x) => ({ x, width: 120, height: 30 }));

test('no label needs no room', () => {
  expect(placeLabels([], within)).toMatchObject({ stood: [], height: 0 });
});

test.each([
  { of: 'one label', items: at(100), sides: ['right'], rows: 1 },
  { of: 'one label near the right edge', items: at(640), sides: ['left'], rows: 1 },
  { of: 'two labels far apart', items: at(100, 400), sides: ['right', 'right'], rows: 1 },
  { of: 'two labels close together', items: at(300, 310), sides: ['left', 'right'], rows: 1 },
])('$of stand $sides of their rules', ({ items, sides, rows }) => {
  const { stood, height } = placeLabels(items, within);
  expect(stood.map(({ side }) => side)).toEqual(sides);
  expect(height).toBe(rows * 36);
});

test('labels never meet nor leave their room, however many there are', () => {
  const many = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 12 });
  fc.assert(
    fc.property(many, (places) => {
      const items = at(...places.toSorted((a, b) => a - b));
      const { stood, height } = placeLabels(items, within);
      expect(stood).toHaveLength(items.length);
      stood.forEach((label, index) => {
        expect(label.left).toBeGreaterThanOrEqual(within.from);
        expect(label.left + 120).toBeLessThanOrEqual(within.to);
        expect(label.top + 30).toBeLessThanOrEqual(height);
        for (const other of stood.slice(index + 1)) {
          const apart =
            Math.abs(other.left - label.left) >= 120 || Math.abs(other.top - label.top) >= 30;
          expect(apart).toBe(true);
        }
      });
    }),
    { numRuns: 60 },
  );
});
