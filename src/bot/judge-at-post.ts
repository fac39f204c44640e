import type { Tier } from '#src/access/access-config.ts';
import { judge, type Reason } from '#src/access/judge.ts';
import { channelId, type Room } from '#src/access/room.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import { Fault } from '#src/fault.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Claim } from '#src/state/message.ts';
import type { Prepared } from '#src/state/sender.ts';
import { audienceOf } from './audience.ts';
import type { OfficeParts } from './office-parts.ts';
import type { WaitingQuestion } from './question.ts';
import { readFacts } from './read-facts.ts';
import { sayFault } from '#src/say-fault.ts';
import { atPost } from './say.ts';

/** An answer that is ready but for the room. */
export type Due = {
  readonly claim: Claim;
  readonly question: WaitingQuestion;
  readonly ask: Ask;
  readonly vocabulary: Vocabulary;
};

type Judged =
  | { readonly kind: 'allowed'; readonly room: Room }
  | Exclude<Prepared, { readonly kind: 'ready' }>;

/** Whether an answer may be posted now, by the room and its asker newly read. A refusal is recorded, with who could have read along. Throws `StoreFault`. */
export async function judgeAtPost(due: Due, parts: OfficeParts): Promise<Judged> {
  const { claim, question, ask, vocabulary } = due;
  const channel = channelId.parse(claim.channel);
  const read = await readFacts({ asker: question.asker, channel }, parts).catch(asFault);
  if (read instanceof Fault)
    return read.retryable
      ? { kind: 'notPosted', reason: read.code, retryAfterMs: read.retryAfterMs }
      : { kind: 'refused', reason: 'fault', refusal: sayFault(parts.report(read), read) };
  const { room, asker } = read;
  const judged = judge({ ask, room, asker, config: parts.access, vocabulary });
  return judged.kind === 'allowed'
    ? { kind: 'allowed', room }
    : deny({ ...due, room, reason: judged.reason, tier: judged.grant?.tier }, parts);
}

const asFault = (error: unknown): Fault => {
  if (error instanceof Fault) return error;
  throw error;
};

type Denied = Due & {
  readonly room: Room;
  readonly reason: Reason;
  readonly tier: Tier | undefined;
};

async function deny(
  { claim, question, ask, vocabulary, room, reason, tier }: Denied,
  { store }: OfficeParts,
): Promise<Judged> {
  await store.change(({ answers }) =>
    answers.record('answer.refused', claim.key, {
      actor: { kind: 'person', id: question.asker },
      channel: audienceOf(room),
      ask: usage(ask, vocabulary),
      decision: 'notPermitted',
      reason,
    }),
  );
  const refusal = atPost(sayDenial(reason, { ask, tier, vocabulary }));
  return { kind: 'refused', reason: 'not_permitted', refusal };
}
