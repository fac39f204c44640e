import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

const threadsFolder = '/proc/self/task';

/** Between two threads that both want the processor: about a tenth for the one that stands back. */
const steps = 10;

/**
 * Has the first thread of this process, which acknowledges, go before all others where there are fewer processors than work: before those that answer, and what they start
 * later. On Linux; elsewhere threads have no priority of their own, and nothing is done.
 */
export function favourFront(): void {
  if (process.platform !== 'linux') return;
  const niceness = Math.min(getPriority() + steps, constants.priority.PRIORITY_LOW);
  for (const thread of readdirSync(threadsFolder).map(Number))
    if (thread !== process.pid) stepBack(thread, niceness);
}

function stepBack(thread: number, niceness: number): void {
  try {
    setPriority(thread, niceness);
  } catch {
    // It has ended meanwhile, or the system lets nobody do this: then it goes on as it was.
  }
}
