import { expect, test } from 'vitest';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';

const solver = await makeHighsSolver();

/** a + b ≤ 6, b − c = 1, none below 0, c at most 4. */
const table = {
  lower: new Float64Array(3),
  upper: Float64Array.of(Infinity, Infinity, 4),
  lines: [
    { cells: Int32Array.of(0, 1), coefficients: Int8Array.of(1, 1), least: -Infinity, most: 6 },
    { cells: Int32Array.of(2, 1), coefficients: Int8Array.of(-1, 1), least: 1, most: 1 },
  ],
};

test('questions in a row start from the last answer and forget its weights', () => {
  const program = solver.open(table);
  expect(program.maximise([0], [1])?.[0]).toBe(5);
  expect(program.maximise([2, 1], [1, 1])?.slice(1)).toEqual(Float64Array.of(5, 4));
  expect(program.maximise([1], [-1])?.[1]).toBe(1);
  expect(program.maximise([0], [1])?.[0]).toBe(5);
  program.close();
});

test('a sum without end has no answer', () => {
  const program = solver.open({ ...table, lines: table.lines.slice(1) });
  expect(program.maximise([0], [1])).toBeUndefined();
  expect(program.maximise([1], [1])?.[1]).toBe(5);
  program.close();
});

test('where no table fits the fault says so, and names no figure', () => {
  const impossible = { ...table, upper: Float64Array.of(9, 0, 4) };
  const program = solver.open(impossible);
  expect(() => program.maximise([0], [1])).toThrow(
    expect.objectContaining({ name: 'ReleaseFault', code: 'attackContradiction' }),
  );
  program.close();
});

test('a closed program is gone, a hundred times over', () => {
  for (let time = 0; time < 100; time += 1) {
    const program = solver.open(table);
    program.maximise([0], [1]);
    program.close();
    expect(() => program.maximise([0], [1])).toThrow('disposal');
  }
});
