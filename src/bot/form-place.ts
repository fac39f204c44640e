import { channelId, type ChannelId } from '#src/access/room.ts';
import type { Incoming } from '#src/incoming.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import { unseal, type Intent } from './seal.ts';

/** What comes of a form. */
export type OfForm = Extract<Incoming, { readonly state: string }>;

/** Where a form was opened: the channel, and the thread if any; `start`: the question it began with. */
export type FormPlace = {
  readonly channel: ChannelId;
  readonly thread: string | undefined;
  readonly start: string | undefined;
};

/** Undefined: it is not such a form, or not one that we sealed for this person. */
export function formPlace({ kind, user, state }: OfForm, mac: Mac): FormPlace | undefined {
  const opened = unseal(state, { as: 'form', channel: undefined, user }, mac);
  const channel = channelId.safeParse(opened?.channel);
  if (opened === undefined || !channel.success) return undefined;
  const { intent } = opened;
  if (intent.kind !== intents[kind]) return undefined;
  return {
    channel: channel.data,
    thread: intent.kind === 'change' ? intent.thread : undefined,
    start: intent.kind === 'compose' ? intent.start : undefined,
  };
}

const intents: Readonly<Record<OfForm['kind'], Intent['kind']>> = {
  submission: 'change',
  composed: 'compose',
  edit: 'compose',
  search: 'compose',
};
