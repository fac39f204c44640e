/** Numbers from 0 to 1 that a seed decides. Source: mulberry32. */
export function makeRng(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Workers of which one at a time goes on from where it waits, so that a seed decides the whole order of things. */
export type Turns = {
  /** Starts a worker; `over` resolves when none is left. */
  readonly enter: () => void;
  /** Waits until it is this worker's turn. */
  readonly turn: () => Promise<void>;
  /** Ends the worker whose turn it is. */
  readonly leave: () => void;
  readonly over: Promise<void>;
};

/** `beforeTurn` runs before each turn, and may move the clock. */
export function makeTurns(rng: () => number, beforeTurn: () => void): Turns {
  const waiting: (() => void)[] = [];
  let alive = 0;
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const next = () => {
    if (alive === 0) return end();
    if (waiting.length < alive) return;
    beforeTurn();
    waiting.splice(Math.floor(rng() * waiting.length), 1)[0]?.();
  };
  return {
    over,
    enter: () => {
      alive += 1;
    },
    turn: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        next();
      }),
    leave: () => {
      alive -= 1;
      next();
    },
  };
}
