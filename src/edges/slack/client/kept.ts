import type { Clock } from '#src/state/store.ts';

/** Values kept for a while. */
export type Kept<T> = {
  readonly get: (key: string) => T | undefined;
  readonly put: (key: string, value: T) => void;
};

/** Keeps each value for `keepMs`, and the `most` that came last. */
export function makeKept<T>(clock: Clock, keepMs: number, most: number): Kept<T> {
  const values = new Map<string, { readonly value: T; readonly since: number }>();
  const isFresh = (since: number): boolean => {
    const age = clock().getTime() - since;
    // A clock that was put back must not make them last.
    return age >= 0 && age < keepMs;
  };
  return {
    get: (key) => {
      const found = values.get(key);
      return found !== undefined && isFresh(found.since) ? found.value : undefined;
    },
    put: (key, value) => {
      values.delete(key);
      values.set(key, { value, since: clock().getTime() });
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
  };
}
