import { Rejection } from '#src/release/import/problem.ts';
import { sayRejection } from '#src/release/table/say-rejection.ts';

/** The first line of what the command would print. */
export async function firstProblem(run: Promise<unknown>): Promise<string | undefined> {
  try {
    await run;
  } catch (error) {
    if (error instanceof Rejection) return sayRejection(error.found)[0];
    throw error;
  }
  return undefined;
}
