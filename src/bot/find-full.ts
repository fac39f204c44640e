import { busy, busyChannel, busyPerson, type Refusal } from '#src/refusal.ts';
import type { Waiting } from '#src/state/message.ts';
import type { MostWaiting } from './asking-parts.ts';

/** Why another answer may not wait, if it may not: first what the asker can do something about. */
export function findFull(waiting: Waiting, most: MostWaiting): Refusal | undefined {
  if (waiting.ofOwner >= most.ofPerson) return busyPerson;
  if (waiting.inChannel >= most.inChannel) return busyChannel;
  return waiting.all >= most.all ? busy : undefined;
}
