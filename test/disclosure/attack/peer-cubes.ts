import { boundsByProgram } from '#src/disclosure/attack/bounds-by-program.ts';
import { countNarrowed } from '#src/disclosure/attack/count-narrowed.ts';
import type { LinearSolver } from '#src/ports.ts';
import { readPeerTable } from '#test/disclosure/attack/peer-table.ts';

/** GaussSuppression's cubes with what an attacker finds in them: sensitive cells narrower than 10, and than 5. `least`: 1 where zeros are published, so that hidden counts are known not to be zero. Source: the README beside them. */
export const peerCubes = [
  { cube: '24x12x26', share: '_q15', pattern: 'pzTRUE', least: 0, narrowed: [613, 145] },
  { cube: '24x12x26', share: '_q15', pattern: 'pzFALSE', least: 1, narrowed: [845, 224] },
  { cube: '24x12x26', share: '', pattern: 'pzTRUE', least: 0, narrowed: [1253, 296] },
  { cube: '24x12x26', share: '', pattern: 'pzFALSE', least: 1, narrowed: [2151, 640] },
] as const;

/** How many sensitive cells the attacker knows to less than 10, and to less than 5. Takes seconds. */
export function attackPeerCube(
  { cube, share, pattern, least }: (typeof peerCubes)[number],
  solver: LinearSolver,
): readonly number[] {
  const name = `gauss_cube_${cube}${share}_${pattern}`;
  const { table, sensitive } = readPeerTable(name, least, `cube_${cube}_seed4024${share}_areas`);
  const bounds = boundsByProgram(table, solver, { cells: sensitive, enough: 10 });
  return [10, 5].map((width) => countNarrowed(bounds, sensitive, width));
}
