import type { MessageKind } from './message.ts';

/** How long to go on with a message that surely was not posted: waits double from `firstMs` to `mostMs`; after `mostAttempts` it is given up. */
export type Patience = {
  readonly firstMs: number;
  readonly mostMs: number;
  readonly mostAttempts: number;
};

/** An answer is tried for half an hour, a digest for a day, and a notice, which is the last that anybody hears, for a week. */
export const usualPatience: Readonly<Record<MessageKind, Patience>> = {
  answer: { firstMs: 1000, mostMs: 300_000, mostAttempts: 14 },
  digest: { firstMs: 1000, mostMs: 600_000, mostAttempts: 150 },
  notice: { firstMs: 1000, mostMs: 1_800_000, mostAttempts: 345 },
};

/** The wait after that many attempts, in milliseconds. */
export function findDelayMs({ firstMs, mostMs }: Patience, attempts: number): number {
  return Math.min(mostMs, firstMs * 2 ** (attempts - 1));
}
