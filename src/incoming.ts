import { z } from 'zod';
import { channelId } from '#src/access/room.ts';

const userId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/u);

/** How to answer one person at once: 5 uses in 30 minutes. */
const responseUrl = z.url({ protocol: /^https?$/u });

const from = {
  key: z.string().min(1).max(255),
  user: userId,
  left: z.enum(['again', 'givenUp']).optional(),
};

/**
 * What Slack delivers, parsed. `key`: the same for the same delivery, for it to be taken once. `left`: a program that was killed had it, so nobody knows
 * whether the asker was told anything; it is taken again, or, where several were killed over it, given up. Slack's own names are left at the edge.
 * `command`: a question typed, with Slack's escapes (`&amp;`, `<#C…|name>`) as they came.
 * `press`: a button under a message; `value`: its sealed state, as it came back; `message`: the message, where it stays in Slack; `thread`: the one it is in.
 * `submission`: a form that was sent; `state`: its sealed state; `question`: what was typed.
 * `explain`: "How was this worked out?" of a message. `home`: somebody opened the bot's page.
 */
export const incoming = z.discriminatedUnion('kind', [
  z.strictObject({
    ...from,
    kind: z.literal('command'),
    channel: channelId,
    text: z.string().max(4000),
    responseUrl,
  }),
  z.strictObject({
    ...from,
    kind: z.literal('press'),
    channel: channelId,
    action: z.string().max(255),
    value: z.string().max(2000),
    message: z.strictObject({ ts: z.string(), thread: z.string().optional() }).optional(),
    trigger: z.string(),
    responseUrl,
  }),
  z.strictObject({
    ...from,
    kind: z.literal('submission'),
    state: z.string().max(3000),
    question: z.string().max(4000),
  }),
  z.strictObject({
    ...from,
    kind: z.literal('explain'),
    channel: channelId,
    message: z.strictObject({ ts: z.string() }),
    responseUrl,
  }),
  z.strictObject({ ...from, kind: z.literal('home') }),
]);
export type Incoming = Readonly<z.output<typeof incoming>>;

/** What the form is told on its submission: it closes, or stays and shows what is wrong with the question. */
export type FormAnswer =
  | { readonly kind: 'close' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Whatever takes what Slack delivered. It resolves when all that came of it is kept or said; only a submission has somebody wait for the answer, and not for long after `arrivedAt`. Never rejects. */
export type Office = {
  take(delivered: Incoming, arrivedAt: Date): Promise<FormAnswer>;
};
