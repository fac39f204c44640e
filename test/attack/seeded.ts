/** Uniform numbers in [0, 1) from a seed, the same every time (mulberry32): for tests that must repeat. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `low` to `high`, both counted. */
export const between = (rng: () => number, low: number, high: number): number =>
  low + Math.floor(rng() * (high - low + 1));

/** One of a list that is not empty. */
export function pick<T>(rng: () => number, list: readonly T[]): T {
  const found = list[Math.floor(rng() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
