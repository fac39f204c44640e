import type {
  AttackedTable,
  AttackOptions,
  Bounds,
} from '#src/disclosure/attack/attacked-table.ts';
import { boundsByFlow } from '#src/disclosure/attack/bounds-by-flow.ts';
import { boundsByProgram } from '#src/disclosure/attack/bounds-by-program.ts';
import type { LinearSolver } from '#src/ports.ts';

/** `exact`: whole tables reach these bounds (or, with `enough`, further); otherwise the bounds are those of fractional tables, which can only be wider. */
export type Attack = { readonly bounds: Bounds; readonly exact: boolean };

/** The bounds of every cell: by flows where the lines form a network, else by linear programs. Throws where no table fits. */
export function attackTable(
  table: AttackedTable,
  solver: LinearSolver,
  options: AttackOptions = {},
): Attack {
  const exact = boundsByFlow(table, options);
  if (exact !== undefined) return { bounds: exact, exact: true };
  return { bounds: boundsByProgram(table, solver, options), exact: false };
}
