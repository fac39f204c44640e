import type { Clock } from '#src/state/store.ts';

/** Whether something may be done once more now: at most `most` times within `withinMs`. It counts as done where it may. */
export function makeBudget(most: number, withinMs: number, clock: Clock): () => boolean {
  let spent: readonly number[] = [];
  return () => {
    const now = clock().getTime();
    spent = spent.filter((at) => now - at < withinMs);
    if (spent.length >= most) return false;
    spent = [...spent, now];
    return true;
  };
}
