import { z } from 'zod';
import type { ChannelId } from '#src/access/room.ts';
import { parseSlackPerson, type PersonId } from '#src/state/actor.ts';

/** Somebody's question. `key`: of the delivery that brought it. `channel`: where it was asked. `place`: who is to read the answer. `thread`: the thread it goes to. `continues`: the question that it goes on from, as text. */
export type Question = {
  readonly key: string;
  readonly text: string;
  readonly asker: PersonId;
  readonly channel: ChannelId;
  readonly place: 'room' | 'alone';
  readonly thread: string | undefined;
  readonly continues?: string | undefined;
};

/** A person that Slack named. */
const slackPerson = z.string().transform((text, context): PersonId => {
  const person = parseSlackPerson(text);
  if (person !== undefined) return person;
  context.addIssue({ code: 'custom', message: 'not a Slack ID' });
  return z.NEVER;
});

/**
 * A question that waits for its answer, as the body of a message. `text`: as the program writes it, never as it was typed; `notes`: what was said of how it was
 * read. `askedAt`: ISO time in UTC.
 */
export const waitingQuestion = z.strictObject({
  kind: z.literal('question'),
  text: z.string(),
  notes: z.array(z.string()),
  asker: slackPerson,
  thread: z.string().optional(),
  askedAt: z.iso.datetime(),
});
export type WaitingQuestion = Readonly<z.output<typeof waitingQuestion>>;
