import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsByFlow } from '#src/disclosure/attack/bounds-by-flow.ts';
import { boundsByProgram } from '#src/disclosure/attack/bounds-by-program.ts';
import { outerBounds } from '#src/disclosure/attack/outer-bounds.ts';
import { tableFromCells } from '#src/disclosure/attack/table-from-cells.ts';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';
import {
  anySmallTable,
  enumerate,
  printed,
  type SmallTable,
} from '#test/disclosure/attack/small-tables.ts';

const solver = await makeHighsSolver();

const wholeOf = (parts: number) =>
  new Map([['T', Array.from({ length: parts }, (_, at) => `${at}`)]]);

const attacked = (small: SmallTable) =>
  tableFromCells(printed(small), [wholeOf(small.rows), wholeOf(small.columns)]);

test('on 1,000 random tables bounds by flow are those of full enumeration, and bounds by program and outer bounds contain them', () => {
  let cells = 0;
  fc.assert(
    fc.property(anySmallTable, (small) => {
      const { table, printed: places } = attacked(small);
      const all = enumerate(small);
      const flow = boundsByFlow(table);
      const truth = [...places].map((place) => all[place]);
      expect([...places.keys()].map((cell) => [flow?.lower[cell], flow?.upper[cell]])).toEqual(
        truth,
      );
      for (const wide of [boundsByProgram(table, solver), outerBounds(table)])
        truth.forEach(([least, most] = [NaN, NaN], cell) => {
          expect(wide.lower[cell]).toBeLessThanOrEqual(least + 1e-6);
          expect(wide.upper[cell]).toBeGreaterThanOrEqual(most - 1e-6);
        });
      cells += truth.length;
    }),
    { numRuns: 1000, seed: 7 },
  );
  expect(cells).toBeGreaterThan(3000);
});

/** A table of 8 × 8 with small counts withheld; its last row and column are totals, all printed. */
const anyLargerTable = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((counts) => {
    const small = {
      rows: 8,
      columns: 8,
      counts,
      withheld: Array.from({ length: 81 }, () => false),
    };
    const cells = printed(small).map((cell) => ({
      ...cell,
      value: cell.keys.includes('T') || (cell.value ?? 0) > 9 ? cell.value : undefined,
    }));
    return tableFromCells(cells, [wholeOf(8), wholeOf(8)]).table;
  });

test('on 40 random tables of 8 × 8 bounds by program are those by flow', () => {
  fc.assert(
    fc.property(anyLargerTable, (table) => {
      const flow = boundsByFlow(table);
      const program = boundsByProgram(table, solver);
      const off = (one: ArrayLike<number> = [], other: Float64Array) =>
        Math.max(0, ...other.map((value, cell) => Math.abs(value - (one[cell] ?? NaN))));
      expect(off(flow?.lower, program.lower)).toBeLessThan(1e-6);
      expect(off(flow?.upper, program.upper)).toBeLessThan(1e-6);
    }),
    { numRuns: 40, seed: 2 },
  );
});

const oneLine = (cells: number[], coefficients: number[], least: number, most: number) => ({
  cells: Int32Array.from(cells),
  coefficients: Int8Array.from(coefficients),
  least,
  most,
});

test('a fact may be an interval, a cell may have no end, and a cell in no line keeps its own bounds', () => {
  const table = {
    lower: Float64Array.of(0, 0, 0, 2),
    upper: Float64Array.of(9, Infinity, Infinity, 5),
    lines: [oneLine([0, 1], [1, 1], 4, 6), oneLine([1, 2], [1, -1], 0, Infinity)],
  };
  for (const bounds of [boundsByFlow(table), boundsByProgram(table, solver)]) {
    expect(bounds).toEqual({
      lower: Float64Array.of(0, 0, 0, 2),
      upper: Float64Array.of(6, 6, 6, 5),
    });
  }
  const open = { ...table, lines: [oneLine([1, 2], [1, -1], 0, 0)] };
  for (const bounds of [boundsByFlow(open), boundsByProgram(open, solver)])
    expect([...(bounds?.upper ?? [])]).toEqual([9, Infinity, Infinity, 5]);
});

test.each([1, 9])(
  'of ten cells of 0 or 1 that add up to %d each is both, though only one differs at a time',
  (total) => {
    const cells = Array.from({ length: 10 }, (_, cell) => cell);
    const table = {
      lower: new Float64Array(10),
      upper: new Float64Array(10).fill(1),
      lines: [
        oneLine(
          cells,
          cells.map(() => 1),
          total,
          total,
        ),
      ],
    };
    const { lower, upper } = table;
    expect(boundsByProgram(table, solver)).toEqual({ lower, upper });
    expect(boundsByFlow(table)).toEqual({ lower, upper });
  },
);

test('facts that no table fits are a fault, not bounds', () => {
  const table = {
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(9, 9),
    lines: [oneLine([0, 1], [1, 1], 30, 30)],
  };
  const contradiction: unknown = expect.objectContaining({
    name: 'ReleaseFault',
    code: 'attackContradiction',
  });
  expect(() => boundsByFlow(table)).toThrow(contradiction);
  expect(() => boundsByProgram(table, solver)).toThrow(contradiction);
  const crossed = { ...table, lower: Float64Array.of(0, 10), lines: [] };
  expect(() => boundsByFlow(crossed)).toThrow(contradiction);
});

test('a whole of which no part is printed is not taken for nothing', () => {
  const cells = [
    { keys: ['T'], value: undefined },
    { keys: ['N'], value: undefined },
    { keys: ['a'], value: 4 },
  ];
  const wholes = new Map([
    ['T', ['a', 'b']],
    ['N', ['c', 'd']],
  ]);
  const { table } = tableFromCells(cells, [wholes]);
  expect(boundsByFlow(table)).toEqual({
    lower: Float64Array.of(4, 0),
    upper: Float64Array.of(4, Infinity),
  });
});

test('a cell of three lines has no bounds by flow; its bounds by program are fractional and outer', () => {
  const pairs = [
    [0, 1],
    [1, 2],
    [0, 2],
    [0, 3],
  ];
  const table = {
    lower: new Float64Array(4),
    upper: new Float64Array(4).fill(1),
    lines: pairs.map((cells) => oneLine(cells, [1, 1], 1, 1)),
  };
  expect(boundsByFlow(table)).toBeUndefined();
  expect([...boundsByProgram(table, solver).upper]).toEqual([0.5, 0.5, 0.5, 0.5]);
});
