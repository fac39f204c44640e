import { expect, test } from 'vitest';
import type { Area } from '#src/area.ts';
import { flowBound } from '#src/disclosure/flow-bound.ts';

const area = (code: string, parent?: string): Area => ({ code, name: code, level: '', parent });

const areas = [
  area('top'),
  area('A', 'top'),
  area('a1', 'A'),
  area('a2', 'A'),
  area('B', 'top'),
  area('b1', 'B'),
  area('islet', 'top'),
];
const place = (code: string) => areas.find((one) => one.code === code);

test.each([
  ['a1', undefined, 1],
  ['A', undefined, 1],
  ['top', undefined, 1],
  ['a1', 'b1', 1],
  ['a1', 'B', 1],
  ['A', 'b1', 1],
  ['A', 'B', 3],
  ['A', 'A', 3],
  // Two groups, an area at the foot and the rest of the top: each by itself.
  ['a1', 'top', 4],
  ['A', 'top', 3 + 3 + 1 + 1],
  ['top', 'top', 4 * 3 + 2 * 2 + 2 * 2 + 4],
] as const)('from %s to %s the draw is off by less than %i bases', (from, to, bases) => {
  expect(flowBound(place(from), to && place(to), areas)).toBe(bases);
  if (to !== undefined) expect(flowBound(place(to), place(from), areas)).toBe(bases);
});

test('any end may be anywhere', () => {
  expect(flowBound(undefined, place('A'), areas)).toBe(1);
  expect(flowBound(undefined, undefined, areas)).toBe(1);
});
