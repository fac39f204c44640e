/** Lends each member to one task at a time, in the order in which tasks came. */
export type Pool<T> = {
  readonly use: <R>(task: (member: T) => Promise<R>) => Promise<R>;
  /** Settles when no task holds a member; from then on the pool lends nothing. */
  readonly drain: () => Promise<void>;
};

export function makePool<T>(members: readonly T[]): Pool<T> {
  const idle = [...members];
  const waiting: ((member: T) => void)[] = [];

  async function take(): Promise<T> {
    const member = idle.pop();
    return member ?? new Promise((resolve) => waiting.push(resolve));
  }

  function give(member: T): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(member);
    else next(member);
  }

  return {
    use: async (task) => {
      const member = await take();
      try {
        return await task(member);
      } finally {
        give(member);
      }
    },
    drain: async () => {
      await Promise.all(members.map(take));
    },
  };
}
