import { attackTable } from '#src/disclosure/attack/attack-table.ts';
import type { Bounds } from '#src/disclosure/attack/attacked-table.ts';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';
import { Fault } from '#src/fault.ts';
import type { Attacked } from './attacked-draw.ts';
import { boundsByWitness } from './bounds-by-witness.ts';

/** The least and most whole number that every unknown can be; never closer than it is. Throws `ReleaseFault` where no table fits. */
export async function findBounds({ table, witness }: Attacked): Promise<Bounds> {
  const wide = witness === undefined ? undefined : boundsByWitness(table, witness);
  if (wide !== undefined) return wide;
  const solver = await makeHighsSolver();
  try {
    return wholeWithin(attackTable(table, solver));
  } catch (cause) {
    if (!(cause instanceof Fault && cause.code === 'attackContradiction')) throw cause;
    throw new Fault(
      'ReleaseFault',
      cause.code,
      'no table fits the published figures: check --keys, --total and --base, and that no row is missing',
      { cause },
    );
  }
}

const tolerance = 1e-6;

/** Bounds of fractional tables, drawn in to whole numbers. */
function wholeWithin({ lower, upper }: Bounds): Bounds {
  return {
    lower: lower.map((least) => Math.ceil(least - tolerance)),
    upper: upper.map((most) => Math.floor(most + tolerance)),
  };
}
