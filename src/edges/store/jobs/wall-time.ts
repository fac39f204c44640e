import type { Clock as BossClock } from 'pg-boss';
import type { Clock } from '#src/state/store.ts';

/** The time of pg-boss: our clock, with the timers of this process. */
export function wallTime(clock: Clock): BossClock {
  return {
    now: () => clock().getTime(),
    setTimeout: (task, ms) => setTimeout(task, ms),
    setInterval: (task, ms) => setInterval(task, ms),
    // What pg-boss gives back is what the two above gave it.
    clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
  };
}
