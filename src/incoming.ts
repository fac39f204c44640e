import { z } from 'zod';
import { channelId } from '#src/access/room.ts';
import { formFields } from '#src/grammar/form-fields.ts';
import type { Choice } from '#src/slack-port.ts';

const userId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/u);

/** How to answer one person at once: 5 uses in 30 minutes. */
const responseUrl = z.url({ protocol: /^https?$/u });

const sealedState = z.string().max(3000);

const from = {
  key: z.string().min(1).max(255),
  user: userId,
  left: z.enum(['again', 'givenUp', 'turnedAway']).optional(),
};

/**
 * What Slack delivers, parsed. `key`: the same for the same delivery, for it to be taken once. `left`: undone until now. A program that was killed had it, so nobody
 * knows whether the asker was told anything: it is taken again, or, where several were killed over it, given up. Or too much was at work when it came: it is turned
 * away, and whoever sent it is told. Slack's own names are left at the edge.
 * `command`: a question typed, with Slack's escapes (`&amp;`, `<#C…|name>`) as they came; `trigger`: opens a form within three seconds.
 * `press`: a button under a message; `value`: its sealed state, as it came back; `message`: the message, where it stays in Slack; `thread`: the one it is in.
 * `pagePress`: a button on the bot's page; `value`: its sealed state.
 * `submission`: the form in which a question is changed was sent; `state`: its sealed state; `question`: what was typed.
 * `composed`: the form in which a question is put together was sent; `edit`: something was filled in there, `view`: the form as it then stood; `search`: what was typed of a place.
 * `mention`: a message with the bot's name in it, as Slack escaped it; `ts`: its own name, `thread`: of the message that it answers.
 * `explain`: "How was this worked out?" of a message. `home`: somebody opened the bot's page.
 */
export const incoming = z.discriminatedUnion('kind', [
  z.strictObject({
    ...from,
    kind: z.literal('command'),
    channel: channelId,
    text: z.string().max(4000),
    trigger: z.string(),
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
    kind: z.literal('pagePress'),
    value: z.string().max(2000),
    trigger: z.string(),
  }),
  z.strictObject({
    ...from,
    kind: z.literal('submission'),
    state: sealedState,
    question: z.string().max(4000),
  }),
  z.strictObject({
    ...from,
    kind: z.literal('composed'),
    state: sealedState,
    fields: formFields,
  }),
  z.strictObject({
    ...from,
    kind: z.literal('edit'),
    state: sealedState,
    fields: formFields,
    view: z.strictObject({ id: z.string(), hash: z.string() }),
  }),
  z.strictObject({
    ...from,
    kind: z.literal('search'),
    state: sealedState,
    query: z.string().max(300),
  }),
  z.strictObject({
    ...from,
    kind: z.literal('mention'),
    channel: channelId,
    text: z.string().max(4000),
    ts: z.string().max(40),
    thread: z.string().max(40).optional(),
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

/** What nobody waits for once a program was killed: it is not kept, and there is nobody to tell. */
export type Passing = Extract<Incoming, { readonly kind: 'home' | 'edit' | 'search' }>;

export const isPassing = (delivered: Incoming): delivered is Passing =>
  delivered.kind === 'home' || delivered.kind === 'edit' || delivered.kind === 'search';

/** What a form is told: on its submission that it closes, or stays and shows what is wrong with the question; on a search what there is to choose. */
export type FormAnswer =
  | { readonly kind: 'close' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'found'; readonly choices: readonly Choice[] };

/** Whatever takes what Slack delivered. It resolves when all that came of it is kept or said; only a form that is sent or searched in has somebody wait for the answer, and not for long after `arrivedAt`. Never rejects. */
export type Office = {
  take(delivered: Incoming, arrivedAt: Date): Promise<FormAnswer>;
};
