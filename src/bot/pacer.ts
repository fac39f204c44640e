import type { Clock } from '#src/state/store.ts';

/** When the next message of a channel is due: now, or `apartMs` after the one before. Channels that are quiet are forgotten. */
export function makePacer(clock: Clock, apartMs: number): (channel: string) => Date {
  const free = new Map<string, number>();
  return (channel) => {
    const now = clock().getTime();
    for (const [each, at] of free) if (at <= now) free.delete(each);
    const due = Math.max(now, free.get(channel) ?? 0);
    free.set(channel, due + apartMs);
    return new Date(due);
  };
}
