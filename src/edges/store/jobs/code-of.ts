import { Fault } from '#src/fault.ts';

/** An error in one word: its code, or its name. Its message may hold anything. */
export function codeOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  return error instanceof Error ? error.name : 'Error';
}
