import { protectTable } from './protect-table.ts';
import { protectUsage, readProtectArguments } from './read-protect-arguments.ts';
import { runTable } from './run-table.ts';

/** `npm run protect`. Prints what the operator may know; returns the exit code. */
export function runProtect(argv: readonly string[]): Promise<number> {
  return runTable(
    { name: 'protect', usage: protectUsage, read: readProtectArguments, run: protectTable },
    argv,
  );
}
