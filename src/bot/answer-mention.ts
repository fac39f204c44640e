import type { ChannelId } from '#src/access/room.ts';
import type { Incoming } from '#src/incoming.ts';
import { askQuestion } from './ask-question.ts';
import type { AskingParts } from './asking-parts.ts';
import { postedAnswer } from './content.ts';
import { personOf } from './person-of.ts';
import type { Said } from './said.ts';

type Mention = Extract<Incoming, { readonly kind: 'mention' }>;

const mentions = /<@[UW][A-Z0-9]+(?:\|[^<>]*)?>/gu;

/**
 * Asks what somebody wrote to the bot: in the thread of an answer it goes on from the last answer there; elsewhere it is a question by itself, answered in a thread under it.
 * Throws `StoreFault` and `SlackFault`.
 */
export async function answerMention(mention: Mention, parts: AskingParts): Promise<Said> {
  const { key, user, channel, text, ts, thread } = mention;
  const continues = thread === undefined ? undefined : await lastAsked(channel, thread, parts);
  const asked = {
    key,
    asker: personOf(user),
    channel,
    text: text.replaceAll(mentions, ' ').trim(),
    thread: thread ?? ts,
    continues,
    place: 'room',
  } as const;
  return askQuestion(asked, parts);
}

/** The question of the last answer in a thread, as the program writes it. */
async function lastAsked(
  channel: ChannelId,
  thread: string,
  { store }: Pick<AskingParts, 'store'>,
): Promise<string | undefined> {
  const message = await store.messages.lastIn(channel, thread);
  return postedAnswer.safeParse(message?.content).data?.question;
}
