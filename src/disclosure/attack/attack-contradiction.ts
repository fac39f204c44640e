import { Fault } from '#src/fault.ts';

/** The fault of figures that cannot all be true: no table, and no cells, fit them. */
export function attackContradiction(): Fault {
  return new Fault(
    'ReleaseFault',
    'attackContradiction',
    'no table fits the figures under attack: check that all of them are of one release',
  );
}
