import { expect, test } from 'vitest';
import { boundsByFlow } from '#src/disclosure/attack/bounds-by-flow.ts';
import { boundsByProgram } from '#src/disclosure/attack/bounds-by-program.ts';
import { attackTable } from '#src/disclosure/attack/attack-table.ts';
import { countNarrowed } from '#src/disclosure/attack/count-narrowed.ts';
import { tableFromCells } from '#src/disclosure/attack/table-from-cells.ts';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';
import { attackPeerCube, peerCubes } from '#test/disclosure/attack/peer-cubes.ts';
import { readPeerTable } from '#test/disclosure/attack/peer-table.ts';
import { reference, whereReference } from '#test/support/reference.ts';

const solver = await makeHighsSolver();

/** The other two take ten seconds each: the bench runs all four. */
const quick = peerCubes.filter(({ share }) => share === '_q15');

test.skipIf(!reference.present).each(quick)(
  `in GaussSuppression's cube $cube $share $pattern the cells narrower than 10 and than 5 are $narrowed${whereReference}`,
  (cube) => {
    expect(attackPeerCube(cube, solver)).toEqual(cube.narrowed);
  },
);

test.skipIf(!reference.present).each([
  ['SIMPLEHEURISTIC_OLD_od_12_seed2012_q15_pzTRUE', 2, 12],
  ['SIMPLEHEURISTIC_od_12_seed1012_q15_pzTRUE', 0, 6],
  ['SIMPLEHEURISTIC_od_12_seed1012_pzTRUE', 0, 15],
  ['HYPERCUBE_od_12_seed1012_q15_pzTRUE', 0, 4],
  ['HYPERCUBE_od_12_seed1012_pzTRUE', 0, 15],
] as const)(
  `in sdcTable's %s, %d cells are exact and %d narrower than 10, by flow as by program${whereReference}`,
  (name, exact, below10) => {
    const { table, sensitive } = readPeerTable(`sdctable_${name}`, 0);
    const byFlow = boundsByFlow(table);
    expect([1, 10].map((width) => byFlow && countNarrowed(byFlow, sensitive, width))).toEqual([
      exact,
      below10,
    ]);
    const byProgram = boundsByProgram(table, solver);
    table.lower.forEach((_, cell) => {
      expect(byProgram.lower[cell]).toBeCloseTo(byFlow?.lower[cell] ?? NaN, 6);
      expect(byProgram.upper[cell]).toBeCloseTo(byFlow?.upper[cell] ?? NaN, 6);
    });
  },
);

test.skipIf(!reference.present)(
  `the four hidden cells of the handbook's table have the published intervals${whereReference}`,
  () => {
    const rows = reference.csv('reference/disclosure/instances/handbook/geurts_1992_table10.csv');
    const cells = rows.map(({ row = '', col = '', value }) => ({
      keys: [row, col],
      value: value === '' ? undefined : Number(value),
    }));
    const wholes = [
      ['1', '2', '3'],
      ['1', '2'],
    ].map((parts) => new Map([['Total', parts]]));
    const { table, printed } = tableFromCells(cells, wholes);
    const bounds = attackTable(table, solver);
    expect(
      [...printed].map((place, cell) => [place, bounds.lower[cell], bounds.upper[cell]]),
    ).toEqual(
      rows.flatMap(({ status, expected_lo, expected_hi }, place) =>
        status === 'suppressed' ? [[place, Number(expected_lo), Number(expected_hi)]] : [],
      ),
    );
  },
);
