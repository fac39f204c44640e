import { Fault } from '#src/fault.ts';
import { Rejection } from '../import/problem.ts';
import type { Understood } from './read-flags.ts';
import { sayRejection } from './say-rejection.ts';

/** A command on tables: how it reads its arguments and what it does, which ends in lines to print. */
export type TableCommand<T> = {
  readonly name: string;
  readonly usage: string;
  readonly read: (argv: readonly string[]) => Understood<T>;
  readonly run: (options: T) => Promise<readonly string[]>;
};

/** Runs a command; says what was wrong in words. Returns the exit code. */
export async function runTable<T>(
  { name, usage, read, run }: TableCommand<T>,
  argv: readonly string[],
): Promise<number> {
  const asked = read(argv);
  if (asked.kind === 'help') return print(process.stdout, [usage], 0);
  if (asked.kind === 'misunderstood')
    return print(
      process.stderr,
      [`${asked.message}.`, `How to call it: npm run -s ${name} -- --help`],
      1,
    );
  try {
    return print(process.stdout, await run(asked.options), 0);
  } catch (error) {
    if (error instanceof Rejection) return print(process.stderr, sayRejection(error.found), 1);
    if (error instanceof Fault)
      return print(process.stderr, [`Nothing was written: ${error.message}.`], 1);
    throw error;
  }
}

function print(out: NodeJS.WriteStream, lines: readonly string[], exitCode: number): number {
  out.write(`${lines.join('\n')}\n`);
  return exitCode;
}
