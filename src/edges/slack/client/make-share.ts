/** Runs one piece of work for all who ask for the same key while it runs; what it gave is not kept. */
export function makeShare<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return (key, work) => {
    const present = running.get(key);
    if (present !== undefined) return present;
    const begun = work().finally(() => running.delete(key));
    running.set(key, begun);
    return begun;
  };
}
