import { expect, test } from 'vitest';
import { comparedItem, type ComparedItem } from '#src/statistics/compare/compared-item.ts';
import { liesAbove } from '#src/statistics/compare/lies-above.ts';
import { placeItem, step } from '#test/support/compare-cases.ts';

/** A comparison with a likely range of its own, as computed and as said. */
function ranged(
  computed: readonly [low: number, percent: number, high: number],
  said: readonly [low: number, high: number],
): ComparedItem {
  const item = comparedItem(placeItem('Avon', step(1.2), { bound: 1 }));
  if (item.change.kind !== 'measured' || item.typical?.kind !== 'range')
    throw new Error('the case has a range');
  const [percentLow, percent, percentHigh] = computed;
  const [low, high] = said;
  return {
    ...item,
    change: { ...item.change, range: { low, high } },
    typical: { ...item.typical, percentLow, percent, percentHigh },
  };
}

const low = ranged([1, 3, 5.4], [1, 5]);

test.each([
  { what: 'apart', one: ranged([6.6, 9, 11], [7, 11]), above: true },
  { what: 'that meet as said', one: ranged([5.45, 9, 11], [5, 11]), above: false },
  {
    what: 'that meet as computed, rounded apart',
    one: ranged([5.3, 9, 11], [6, 11]),
    above: false,
  },
  { what: 'below', one: ranged([-9, -5, -2], [-9, -2]), above: false },
])('of ranges $what, the first lies above: $above', ({ one, above }) => {
  expect(liesAbove(one, low)).toBe(above);
});

test('trips that are counted elsewhere can take a difference away', () => {
  const [one, other] = [1.1, 1.05].map((factor) =>
    comparedItem(
      placeItem('Avon', step(factor), {
        rest: { name: 'elsewhere', rows: step(1, 0, 40_000), larger: undefined },
      }),
    ),
  );
  const without = (item: ComparedItem): ComparedItem => ({
    ...item,
    input: { ...item.input, trend: { ...item.input.trend, rest: undefined } },
  });
  if (one === undefined || other === undefined) throw new Error('there are two');
  expect(liesAbove(one, other)).toBe(false);
  expect(liesAbove(without(one), without(other))).toBe(true);
});

test('nothing lies above itself, or above what has no figure', () => {
  const small = comparedItem(placeItem('Bute', []));
  expect([liesAbove(low, low), liesAbove(low, small), liesAbove(small, low)]).toEqual([
    false,
    false,
    false,
  ]);
});
