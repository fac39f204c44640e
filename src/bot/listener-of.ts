import type { ChannelId } from '#src/access/room.ts';
import type { Incoming, Passing } from '#src/incoming.ts';
import type { AskingParts } from './asking-parts.ts';
import { personOf } from './person-of.ts';
import { formPlace } from './form-place.ts';
import type { Listener } from './tell-later.ts';

/** Deliveries whose senders can be told something. */
export type Heard = Exclude<Incoming, Passing>;

/** Who is to be told of a delivery, and of which channel. */
export const listenerOf = (delivered: Heard, { mac }: AskingParts): Listener => {
  const { key, user } = delivered;
  return { key, asker: personOf(user), channel: channelOf(delivered, mac) };
};

function channelOf(delivered: Heard, mac: AskingParts['mac']): ChannelId | undefined {
  if ('state' in delivered) return formPlace(delivered, mac)?.channel;
  return 'channel' in delivered ? delivered.channel : undefined;
}
