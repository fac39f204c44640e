import { attackPublished } from './attack-published.ts';
import { attackUsage, readAttackArguments } from './read-attack-arguments.ts';
import { runTable } from './run-table.ts';

/** `npm run attack`. Prints what a reader could find out; returns the exit code. */
export function runAttack(argv: readonly string[]): Promise<number> {
  return runTable(
    { name: 'attack', usage: attackUsage, read: readAttackArguments, run: attackPublished },
    argv,
  );
}
