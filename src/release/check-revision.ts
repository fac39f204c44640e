import type { RawCube } from '#src/disclosure/cube.ts';
import { Fault } from '#src/fault.ts';
import type { Book } from './book.ts';

/** Holds new data against the weeks that were released. Throws `ReleaseFault` `weeksLost` where one of them is not in the data, or an earlier one is. */
export function checkRevision(book: Book, cube: RawCube): void {
  const { weeks, flows } = book.baseline;
  const held = new Set(cube.leaves.week);
  const isLost = cube.weeks.length < weeks || flows.week.some((week) => !held.has(week));
  if (cube.weeks[0] === book.firstWeek && !isLost) return;
  throw new Fault(
    'ReleaseFault',
    'weeksLost',
    `the data hold other weeks than those released as ${book.releaseId}: import all its weeks again, from the first to the newest, in one file; what was published cannot be taken back`,
  );
}
