import type { Incoming } from '#src/incoming.ts';
import { busy } from '#src/refusal.ts';
import type { AskingParts } from './asking-parts.ts';
import { listenerOf, type Heard } from './listener-of.ts';
import { answerKey } from './queue-question.ts';
import { cameTooLate, failedOver, type Words } from './say.ts';
import { tellLater } from './tell-later.ts';

/** Whoever asked longer ago has given up waiting. */
const staleMs = 30 * 60_000;

/** Why what was left is not done any more; undefined: it is. */
export function sayUndone(
  { left }: Incoming,
  arrivedAt: Date,
  { clock }: AskingParts,
): Words | undefined {
  switch (left) {
    case undefined:
      return undefined;
    case 'turnedAway':
      return busy;
    case 'givenUp':
      return failedOver;
    case 'again':
      return clock().getTime() - arrivedAt.getTime() > staleMs ? cameTooLate : undefined;
    default:
      return left satisfies never;
  }
}

/** Unless its answer waits already. Throws `StoreFault`. */
export async function tellUndone(
  delivered: Heard,
  words: Words,
  parts: AskingParts,
): Promise<void> {
  if ((await parts.store.messages.find(answerKey(delivered.key))) !== undefined) return;
  await tellLater(listenerOf(delivered, parts), words, parts);
}
