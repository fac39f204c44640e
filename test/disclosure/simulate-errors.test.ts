import { expect, test } from 'vitest';
import { flowBound } from '#src/disclosure/flow-bound.ts';
import { simulateErrors } from '#src/disclosure/simulate-errors.ts';
import { makeAreas } from './make-cube.ts';
import { someKey } from './some-key.ts';

const areas = makeAreas({
  L: undefined,
  ...Object.fromEntries(['N', 'S', 'W'].map((region) => [region, 'L'])),
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, place) => [`d${place}`, 'NSW'.charAt(place % 3)]),
  ),
});
const draw = { areas, base: 40, linkedWeeks: 13, flows: 60, draws: 3 };

test('every kind of sum has its errors, in order of size', () => {
  const errors = simulateErrors(draw, someKey(1)('any'));
  expect(errors).toHaveLength(6);
  for (const { sums, within95, within999, largest } of errors) {
    expect(sums).toBeGreaterThan(0);
    expect(within95).toBeLessThanOrEqual(within999);
    expect(within999).toBeLessThanOrEqual(largest);
    expect(largest).toBeGreaterThan(0);
  }
});

test('the same stream gives the same errors, and another others', () => {
  const errors = simulateErrors(draw, someKey(1)('any'));
  expect(simulateErrors(draw, someKey(1)('any'))).toEqual(errors);
  expect(simulateErrors(draw, someKey(2)('any'))).not.toEqual(errors);
});

test('errors grow with the base, and weeks that are drawn together keep long sums closer', () => {
  const over26 = (changes: Partial<typeof draw>) =>
    simulateErrors({ ...draw, draws: 6, ...changes }, someKey(1)('any')).find(
      ({ kind }) => kind === 'one flow over 26 weeks',
    )?.within95 ?? 0;
  expect(over26({ base: 400 })).toBeGreaterThan(8 * over26({}));
  expect(over26({ linkedWeeks: 26 })).toBeLessThan(over26({ linkedWeeks: 1 }));
});

test('more flows than there are pairs are as many as there are', () => {
  const few = makeAreas({ L: undefined, a: 'L', b: 'L' }, ['L']);
  const [weeks13] = simulateErrors({ ...draw, areas: few, draws: 1 }, someKey(1)('any'));
  expect(weeks13).toMatchObject({ kind: 'one flow over 13 weeks', sums: 8 });
});

test('sums of one region with another stay within the bases that are taken for their bound', () => {
  const pairs = simulateErrors({ ...draw, draws: 20 }, someKey(3)('any')).find(
    ({ kind }) => kind === 'one region to another in one week',
  );
  const region = { code: 'N', name: 'N', level: 'region', parent: 'L' };
  const foot = { code: 'd0', name: 'd0', level: 'district', parent: 'N' };
  const bases = flowBound(region, region, [region, foot]);
  expect(pairs?.sums).toBeGreaterThan(500);
  expect(pairs?.within999).toBeLessThanOrEqual(bases * draw.base);
  expect(pairs?.within999).toBeGreaterThan(draw.base);
});
