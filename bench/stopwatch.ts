/** Durations in milliseconds. */
export type Durations = { readonly median: number; readonly p95: number };

/** Runs a task once and says how long it took. */
export async function once<T>(
  task: () => Promise<T> | T,
): Promise<{ value: T; durationMs: number }> {
  const started = performance.now();
  const value = await task();
  return { value, durationMs: performance.now() - started };
}

/** Median and 95th percentile of some durations. */
export function durationsOf(durations: readonly number[]): Durations {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Runs a task several times, after a few unmeasured ones. */
export async function often(task: () => unknown, times: number): Promise<Durations> {
  for (let warm = 0; warm < 5; warm += 1) await task();
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn += 1) durations.push((await once(task)).durationMs);
  return durationsOf(durations);
}
