import { writeFileSync } from 'node:fs';
import type { Strike } from './orders.ts';

/** The boundaries of this process, and what happens to it there. */
export type Strikes = {
  readonly arm: (strikes: readonly Strike[]) => void;
  /** To be called at each boundary: it may be the last thing that this process does. */
  readonly reach: (boundary: string) => void;
};

/** `tell` gets the name of each boundary that is come to for the first time. */
export function makeStrikes(tell: (boundary: string) => void): Strikes {
  let armed: readonly Strike[] = [];
  const seen = new Set<string>();
  return {
    arm: (strikes) => {
      armed = strikes;
    },
    reach: (boundary) => {
      if (!seen.has(boundary)) tell(boundary);
      seen.add(boundary);
      const strike = armed.find((each) => each.boundary === boundary && take(each.token));
      if (strike !== undefined) process.kill(process.pid, strike.blow);
    },
  };
}

/** Of several processes that come to a boundary, the first takes the blow. */
function take(token: string): boolean {
  try {
    writeFileSync(token, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
