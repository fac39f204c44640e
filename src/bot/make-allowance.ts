import type { Provenance } from '#src/ports.ts';
import type { Clock } from '#src/state/store.ts';

/** What the channels may still have read for them today, where reading is paid for. */
export type Allowance = {
  readonly isSpent: (channel: string) => boolean;
  readonly spend: (channel: string, provenance: readonly Provenance[]) => void;
};

/** `mostBytes`: what a channel may have billed in a day, in UTC; undefined for no limit. Each program counts from its own start: the quotas of the project hold whatever it counts. */
export function makeAllowance(mostBytes: number | undefined, clock: Clock): Allowance {
  let day = '';
  const spent = new Map<string, number>();
  const today = (channel: string): number => {
    const now = clock().toISOString().slice(0, 10);
    if (now !== day) spent.clear();
    day = now;
    return spent.get(channel) ?? 0;
  };
  return {
    isSpent: (channel) => today(channel) >= (mostBytes ?? Infinity),
    spend: (channel, provenance) => {
      const billed = provenance.reduce((sum, { job }) => sum + (job?.bytesBilled ?? 0), 0);
      if (billed > 0) spent.set(channel, today(channel) + billed);
    },
  };
}
