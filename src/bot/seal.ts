import { z } from 'zod';
import type { Mac } from '#src/state/audit-chain.ts';

const text = z.string().max(600);

/** What a button or a form does. `ask`: asks a question where it stands, or in `thread`; `alone`: answers it to the asker alone; `change`: opens the form; `compose`: opens the form in which a question is put together, `start`: the one it begins with; `resend`: sends a message again. */
const intent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ask'), text, thread: z.string().optional() }),
  z.strictObject({ kind: z.literal('alone'), text }),
  z.strictObject({ kind: z.literal('change'), text, thread: z.string().optional() }),
  z.strictObject({ kind: z.literal('compose'), start: text.optional() }),
  z.strictObject({ kind: z.literal('resend'), message: z.string() }),
]);
export type Intent = Readonly<z.output<typeof intent>>;

/** Where sealed state is good. `as`: on a button or in a form. `channel`: where it was shown, or is meant for; undefined: anywhere. `user`: in whose hands; undefined: anybody's. */
export type Bounds = {
  readonly as: 'button' | 'form';
  readonly channel: string | undefined;
  readonly user: string | undefined;
};

const state = z.strictObject({
  intent,
  channel: z.string().optional(),
  user: z.string().optional(),
});

const sealLength = 64;

const sign = (as: Bounds['as'], json: string, mac: Mac): string => mac(`${as}\n${json}`);

/** State that goes to Slack and comes back: whoever lacks the key can make none, nor use one elsewhere. At most 1,500 characters for a question of 500. */
export function seal(what: Intent, { as, channel, user }: Bounds, mac: Mac): string {
  const json = JSON.stringify({ intent: what, channel, user });
  return sign(as, json, mac) + json;
}

/** What a sealed state says, and the channel that it is meant for. Undefined: nobody sealed it for this person and place. A form comes back from no channel. */
export function unseal(
  value: string,
  { as, channel, user }: Bounds & { readonly user: string },
  mac: Mac,
): { readonly intent: Intent; readonly channel: string | undefined } | undefined {
  const json = value.slice(sealLength);
  // Hashed once more, so that the time a comparison takes tells nothing of the seal.
  if (mac(value.slice(0, sealLength)) !== mac(sign(as, json, mac))) return undefined;
  const { data } = state.safeParse(JSON.parse(json));
  if (data === undefined) return undefined;
  const isHere = channel === undefined || data.channel === undefined || data.channel === channel;
  const isTheirs = data.user === undefined || data.user === user;
  return isHere && isTheirs ? { intent: data.intent, channel: data.channel } : undefined;
}
