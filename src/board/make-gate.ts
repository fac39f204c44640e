import type { PersonId } from '#src/state/actor.ts';
import type { Clock } from '#src/state/store.ts';

/** How much of the dashboard one person may look at: at one time, and within a minute. */
export type GateSize = { readonly atOnce: number; readonly aMinute: number };

/** A page is one look, and each of its three pictures another: fifteen pages a minute, and two tabs that open at once. */
export const usualGate: GateSize = { atOnce: 6, aMinute: 60 };

/** Whether somebody may look now. `leave`: call it when they have. `retryAfterS`: seconds, at least one. */
type Entry =
  | { readonly kind: 'open'; readonly leave: () => void }
  | { readonly kind: 'shut'; readonly retryAfterS: number };

export type Gate = (person: PersonId) => Entry;

const minuteMs = 60_000;

/** Holds back who looks too often, so that nobody takes the places of the others, or fills the audit. A look that was not let in does not count. */
export function makeGate({ atOnce, aMinute }: GateSize, clock: Clock): Gate {
  const people = new Map<PersonId, { readonly times: readonly number[]; readonly now: number }>();

  const leave = (person: PersonId): void => {
    const held = people.get(person);
    if (held !== undefined) people.set(person, { ...held, now: held.now - 1 });
  };
  return (person) => {
    const at = clock().getTime();
    for (const [one, { times, now }] of people) {
      const lately = times.filter((time) => time > at - minuteMs);
      if (lately.length === 0 && now === 0) people.delete(one);
      else people.set(one, { times: lately, now });
    }
    const { times, now } = people.get(person) ?? { times: [], now: 0 };
    const [first = at] = times;
    if (times.length >= aMinute)
      return { kind: 'shut', retryAfterS: Math.max(1, Math.ceil((first + minuteMs - at) / 1000)) };
    if (now >= atOnce) return { kind: 'shut', retryAfterS: 1 };
    people.set(person, { times: [...times, at], now: now + 1 });
    return { kind: 'open', leave: () => leave(person) };
  };
}
