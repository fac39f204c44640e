import type { Seen } from './fake-orders.ts';
import type { Sent } from './send-open-loop.ts';

/** What became of a command: posted after so many milliseconds from when it was due; told to the asker alone; refused in its acknowledgement; or none of these yet. */
export type Outcome =
  | { readonly kind: 'posted'; readonly afterMs: number }
  | { readonly kind: 'told' | 'refused' | 'waiting' };

/** Finds what became of each command. Which message answers which is not written on it: a channel's answers are taken to come in the order of its questions. */
export function matchAnswers(
  sent: readonly Sent[],
  { posted, told }: Seen,
): ReadonlyMap<Sent, Outcome> {
  const isTold = new Set(told);
  const messages = Map.groupBy(
    posted.toSorted((a, b) => a.atMs - b.atMs),
    ({ channel }) => channel,
  );
  const next = new Map<string, number>();
  const findOutcome = ({ channel, url, dueMs, isTaken }: Sent): Outcome => {
    if (!isTaken) return { kind: 'refused' };
    if (isTold.has(url)) return { kind: 'told' };
    const at = next.get(channel) ?? 0;
    next.set(channel, at + 1);
    const message = messages.get(channel)?.[at];
    return message === undefined
      ? { kind: 'waiting' }
      : { kind: 'posted', afterMs: message.atMs - dueMs };
  };
  const inOrder = sent.toSorted((a, b) => a.dueMs - b.dueMs);
  return new Map(inOrder.map((each) => [each, findOutcome(each)]));
}
