/** Numbers from 0 to 1, the same for the same seed. `pick`: one of several. */
export type Random = {
  (): number;
  pick<T>(items: readonly T[]): T;
};

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c. */
export function makeRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => {
    const one = items[Math.floor(next() * items.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  return Object.assign(next, { pick });
}
