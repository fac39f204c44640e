import { expect } from 'vitest';
import { Fault } from '#src/fault.ts';

/** The fault that a task throws, its sentence seen to be one, and to hold nothing of what `secrets` lists. Throws where it throws none. */
export async function faultOf(
  task: Promise<unknown>,
  secrets: readonly string[] = [],
): Promise<Pick<Fault, 'name' | 'code' | 'retryable' | 'message'>> {
  const error: unknown = await task.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Fault)) throw new Error('no fault was thrown', { cause: error });
  const { name, code, retryable, message } = error;
  expect(message).not.toMatch(/\n|\b(?:SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT)\b|\$1/u);
  for (const secret of secrets) expect(message).not.toContain(secret);
  return { name, code, retryable, message };
}
