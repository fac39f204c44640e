import { setTimeout as sleep } from 'node:timers/promises';

/** What a look gives once it gives something; looked for again and again for some seconds. */
export async function waitFor<T>(look: () => T | undefined, withinMs = 10_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('it never came');
    await sleep(20);
  }
}
