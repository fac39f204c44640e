import type { Clock } from '#src/state/store.ts';

/** Slack takes about one message a second in a channel. */
const apartMs = 1100;

/** When the next message of a channel is due: now, or so long after the one before that Slack takes it. Channels that are quiet are forgotten. */
export function makePacer(clock: Clock): (channel: string) => Date {
  const free = new Map<string, number>();
  return (channel) => {
    const now = clock().getTime();
    for (const [each, at] of free) if (at <= now) free.delete(each);
    const due = Math.max(now, free.get(channel) ?? 0);
    free.set(channel, due + apartMs);
    return new Date(due);
  };
}
