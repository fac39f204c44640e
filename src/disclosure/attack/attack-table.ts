import type { AttackedTable, Bounds } from '#src/disclosure/attack/attacked-table.ts';
import { boundsByFlow } from '#src/disclosure/attack/bounds-by-flow.ts';
import { boundsByProgram } from '#src/disclosure/attack/bounds-by-program.ts';
import type { LinearSolver } from '#src/ports.ts';

/**
 * The bounds of every cell: by flows, which whole tables reach, where the lines form a network; else by linear programs, whose
 * fractional tables can only reach further. Throws `ReleaseFault` `attackContradiction` where no table fits.
 */
export function attackTable(table: AttackedTable, solver: LinearSolver): Bounds {
  return boundsByFlow(table) ?? boundsByProgram(table, solver);
}
