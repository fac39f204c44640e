import type { Incoming } from '#src/incoming.ts';
import type { AskingParts } from './asking-parts.ts';
import { personOf } from './person-of.ts';
import { formPlace } from './submit-form.ts';
import type { Listener } from './tell-later.ts';

/** Deliveries whose senders can be told something. */
export type Heard = Exclude<Incoming, { readonly kind: 'home' }>;

/** Who is to be told of a delivery, and of which channel. */
export const listenerOf = (delivered: Heard, { mac }: AskingParts): Listener => {
  const { key, user } = delivered;
  const channel =
    delivered.kind === 'submission' ? formPlace(delivered, mac)?.channel : delivered.channel;
  return { key, asker: personOf(user), channel };
};
