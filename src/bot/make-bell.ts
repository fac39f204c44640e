/** Wakes those who wait. `wait` ends when somebody rings, when the time is over, or when `signal` says stop: whichever is first. It never throws. */
export type Bell = {
  ring(): void;
  wait(durationMs: number, signal?: AbortSignal): Promise<void>;
};

/** A bell. A ring that nobody waits for is remembered for the next who does. */
export function makeBell(): Bell {
  const waiting = new Set<() => void>();
  let isRung = false;
  return {
    ring: () => {
      if (waiting.size === 0) isRung = true;
      for (const wake of waiting) wake();
    },
    wait: (durationMs, signal) => {
      if (isRung || signal?.aborted === true) {
        isRung = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', wake);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, durationMs);
        signal?.addEventListener('abort', wake, { once: true });
        waiting.add(wake);
      });
    },
  };
}
