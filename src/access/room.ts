import { z } from 'zod';

/** Slack's ID of a channel, a direct message or a group message. */
export const channelId = z
  .string()
  .regex(/^[CDG][A-Z0-9]{2,20}$/u, 'a channel is named by its ID, such as C0123456789')
  .brand('ChannelId');
export type ChannelId = z.output<typeof channelId>;

/**
 * Where an answer would be read, and by whom, as Slack says at this moment: never kept. `members`: people, the bot left out. `guests`: members whose account is
 * restricted to some channels. `strangers`: members of other organisations. `isShared`: another organisation reads it too; `isShareOffered`: it was invited to.
 * `isAcrossWorkspaces`: shared within the organisation. `isFrozen`: nobody may post. `hasBot`: the bot is a member. `hasAsker`: it is seen that who asks is a member, also
 * of their own direct message; of a private channel that the bot is not in, nobody is seen to be.
 */
export type Room = {
  readonly id: ChannelId;
  readonly kind: 'public' | 'private' | 'direct' | 'group';
  readonly hasBot: boolean;
  readonly hasAsker: boolean;
  readonly isArchived: boolean;
  readonly isFrozen: boolean;
  readonly isShared: boolean;
  readonly isShareOffered: boolean;
  readonly isAcrossWorkspaces: boolean;
  readonly members: number;
  readonly guests: number;
  readonly strangers: number;
};

/** What may speak against answering in a room, where nothing does. */
export const nothingAgainst = {
  isArchived: false,
  isFrozen: false,
  isShared: false,
  isShareOffered: false,
  isAcrossWorkspaces: false,
  guests: 0,
  strangers: 0,
} as const satisfies Partial<Room>;
