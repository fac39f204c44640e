import type { CheckResult, Outcome } from './check.ts';
import { tryReading } from './try-reading.ts';

/** Looks at one thing. Never rejects, and ends within `deadlineMs`: what throws or takes too long has failed, and stops nothing else. */
export async function runCheck(
  name: string,
  look: (signal: AbortSignal) => Promise<Outcome> | Outcome,
  deadlineMs?: number,
): Promise<CheckResult> {
  const reading = await tryReading(look, deadlineMs);
  return { name, ...(reading.kind === 'read' ? reading.value : reading.outcome) };
}
