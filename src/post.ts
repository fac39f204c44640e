import { z } from 'zod';
import { channelId } from '#src/access/room.ts';

/** A button. `action`: what it does, for its `action_id`; of one action a post has at most one. `value`: sealed state, at most 2,000 characters. */
const button = z.strictObject({
  action: z.string().regex(/^[a-z-]+$/u),
  label: z.string().min(1).max(75),
  value: z.string().max(2000),
});
export type Button = Readonly<z.output<typeof button>>;

const table = z.strictObject({
  caption: z.string(),
  columns: z.array(z.string()).readonly(),
  rows: z.array(z.array(z.string()).readonly()).readonly(),
  key: z.array(z.int().nonnegative()).readonly(),
});

/**
 * An answer as it is posted, free of how Slack lays it out: plain text, never markup. `picture`: the file in Slack and its alternative text, or the reference of the
 * fault that lost it. `table`: rows of text; `key`: those to show where room is short.
 */
const answerPost = z.strictObject({
  kind: z.literal('answer'),
  echo: z.string(),
  sentences: z.array(z.string()).readonly(),
  picture: z
    .union([
      z.strictObject({ file: z.string(), alt: z.string() }),
      z.strictObject({ lost: z.string() }),
    ])
    .optional(),
  table,
  receipt: z.string(),
  buttons: z.array(button).readonly(),
});
export type AnswerPost = Readonly<z.output<typeof answerPost>>;

/** What words are about, where they are read in another place: `question`: as the program writes it. `channel`: where it was asked. */
const about = z.strictObject({ question: z.string().optional(), channel: channelId.optional() });
export type About = Readonly<z.output<typeof about>>;

/** What happened and what to do: a refusal, a notice, a fault. `channels`: where else, shown as links that only who may see them can read. */
const wordsPost = z.strictObject({
  kind: z.literal('words'),
  message: z.string(),
  next: z.string(),
  about: about.optional(),
  channels: z.array(channelId).readonly(),
  buttons: z.array(button).readonly(),
});
export type WordsPost = Readonly<z.output<typeof wordsPost>>;

/** Whatever the bot says in a message. */
export const post = z.discriminatedUnion('kind', [answerPost, wordsPost]);
export type Post = AnswerPost | WordsPost;
