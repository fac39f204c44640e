/** How often a method may be called: a tier of the Web API a minute, one post a second in each channel, or as often as one likes. */
export type Pace = 1 | 2 | 3 | 4 | 'post' | 'free';

/** Counts calls against their pace. */
export type RateLimits = {
  /** Counts a call; where it is one too many, counts nothing and gives the seconds to wait (1 or more). `channel` matters to posts only. */
  readonly take: (method: string, pace: Pace, channel: string | undefined) => number | undefined;
};

// "1+" and so on: the first tier alone is read generously, for a Socket Mode client that comes back.
const CALLS_A_MINUTE = { 1: 5, 2: 20, 3: 50, 4: 100 };
const POST_BURST = 3;

/** Rate limits by `clock` (milliseconds); none at all unless `isOn`. */
export function makeRateLimits(isOn: boolean, clock: () => number): RateLimits {
  const taken = new Map<string, number[]>();
  const within = (key: string, count: number, windowMs: number): number | undefined => {
    const now = clock();
    const recent = (taken.get(key) ?? []).filter((atMs) => atMs > now - windowMs);
    taken.set(key, recent);
    const [first] = recent;
    if (recent.length < count || first === undefined) {
      recent.push(now);
      return undefined;
    }
    return Math.max(1, Math.ceil((first + windowMs - now) / 1000));
  };
  return {
    take: (method, pace, channel) => {
      if (!isOn || pace === 'free') return undefined;
      if (pace === 'post') return within(`${method} ${channel}`, POST_BURST, POST_BURST * 1000);
      return within(method, CALLS_A_MINUTE[pace], 60_000);
    },
  };
}
