import type { ChannelId, Room } from '#src/access/room.ts';
import type { Reading } from '#src/grammar/ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AskingParts } from './asking-parts.ts';
import { audienceOf } from './audience.ts';
import type { Question, WaitingQuestion } from './question.ts';
import { done, type Said } from './said.ts';

/** A question that was understood and may be asked. `channel`: where its answer goes. */
export type Understood = {
  readonly question: Question;
  readonly channel: ChannelId;
  readonly room: Room;
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
};

/** The key of the answer to a question, by the key of the delivery that brought it. */
export const answerKey = (delivery: string): string => `answer:${delivery}`;

/** Puts a question into the outbox, where its answer waits for its turn: once, however often it was delivered. Throws `StoreFault`. */
export async function queueQuestion(understood: Understood, parts: AskingParts): Promise<Said> {
  const { question, channel, room, reading, vocabulary } = understood;
  const { key, asker, thread } = question;
  const text = usage(reading.ask, vocabulary);
  const body: WaitingQuestion = {
    kind: 'question',
    text,
    notes: [...reading.notes],
    asker,
    ...(thread === undefined ? {} : { thread }),
    askedAt: parts.clock().toISOString(),
  };
  const actor = { kind: 'person', id: asker } as const;
  const audit = { actor, channel: audienceOf(room), ask: text };
  const due = parts.pace(channel);
  await parts.store.change(async ({ inbox, outbox }) => {
    // A form may have been refused and sent again as it was: then the outbox tells whether its answer waits already.
    await inbox.accept(key, { actor });
    await outbox.put(
      { key: answerKey(key), kind: 'answer', channel, owner: asker, body, due },
      audit,
    );
  });
  parts.bell.ring();
  return done;
}
