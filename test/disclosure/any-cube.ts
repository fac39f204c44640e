import * as fc from 'fast-check';
import type { RawCube } from '#src/disclosure/cube.ts';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { makeAreas, makeCube, type Row } from '#test/disclosure/make-cube.ts';

/** Two regions of a country, a region without districts, and a second country without "elsewhere". */
export const smallCountry = makeAreas(
  {
    uk: undefined,
    a: 'uk',
    a1: 'a',
    a2: 'a',
    a3: 'a',
    b: 'uk',
    b1: 'b',
    b2: 'b',
    c: 'uk',
    d: undefined,
  },
  ['b'],
);

/** T = 5 and b = 20, in windows of 3 weeks: small enough that every rule is met often. */
export const smallPolicy = disclosurePolicy.parse({
  threshold: 5,
  base: 20,
  eligibilityWeeks: 3,
  hiddenPercent: 100,
  placesPerDevice: 2,
});

const places = ['a1', 'a2', 'a3', 'b1', 'b2', 'c', 'd', 'elsewhere:a', 'elsewhere:uk'];

const anyRow: fc.Arbitrary<Row> = fc
  .record({
    week: fc.integer({ min: 0, max: 7 }),
    from: fc.constantFrom(...places),
    to: fc.constantFrom(...places),
    mode: fc.constantFrom('car', 'rail'),
    devices: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })),
    tripsEach: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ devices, tripsEach, ...row }) => ({
    ...row,
    devices,
    trips: Math.max(1, Math.round((devices * tripsEach) / 4)),
  }));

const sameLeaf = ({ week, from, to, mode }: Row) => `${week} ${from} ${to} ${mode}`;

/** Rows of a cube over `smallCountry` and 8 weeks; no two share a key. */
export const anyRows = fc.uniqueArray(anyRow, { selector: sameLeaf, maxLength: 150, size: 'max' });

export function smallCube(rows: readonly Row[]): RawCube {
  return makeCube(smallCountry, 8, rows);
}
