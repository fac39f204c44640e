/** Counts work under way. `pass` does it whether or not the gate is full: who may not pass is decided before. */
export type Gate = {
  readonly isFull: () => boolean;
  readonly pass: <T>(work: () => Promise<T>) => Promise<T>;
};

/** A gate that is full with `most` at work. */
export function makeGate(most: number): Gate {
  let atWork = 0;
  return {
    isFull: () => atWork >= most,
    pass: async (work) => {
      atWork += 1;
      try {
        return await work();
      } finally {
        atWork -= 1;
      }
    },
  };
}
