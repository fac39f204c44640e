import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { nothingAgainst, type ChannelId, type Room } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { Directory } from './make-directory.ts';
import type { Member } from './member.ts';
import { findDirect } from './open-direct.ts';
import { readMembers } from './read-members.ts';
import { readReply } from './read-reply.ts';
import type { ReadSelf } from './make-read-self.ts';
import { tryAgain } from './try-again.ts';
import { whyUnseen, type Unseen } from './why-unseen.ts';

const flag = z.boolean();
const reply = z.object({
  channel: z.object({
    is_private: flag,
    is_mpim: flag.default(false),
    is_im: flag.default(false),
    is_member: flag.default(false),
    is_archived: flag,
    is_frozen: flag.default(false),
    is_shared: flag,
    is_ext_shared: flag,
    is_org_shared: flag,
    is_pending_ext_shared: flag,
    pending_shared: z.array(z.unknown()).nullish(),
    pending_connected_team_ids: z.array(z.unknown()).nullish(),
  }),
});
type Channel = z.output<typeof reply>['channel'];

/** What is needed to read rooms. */
export type RoomReaders = {
  readonly client: WebClient;
  readonly readSelf: ReadSelf;
  readonly directory: Directory;
};

/**
 * Who is in a channel, newly read: its flags and its members. Of each member, what they are may be up to 5 minutes old (see `Directory`). Undefined where the bot
 * can see no such channel, or it is a direct message that is not the bot's own with `asker`; of a message to a group nothing else is known. Throws `SlackFault`, also where a
 * flag is missing.
 */
export async function readRoom(
  readers: RoomReaders,
  channel: ChannelId,
  asker: PersonId,
  signal: AbortSignal,
): Promise<Room | undefined> {
  if (channel.startsWith('D')) return readDirect(readers, channel, asker, signal);
  const { client, readSelf, directory } = readers;
  // Whom it is shared with is read last: to look at all who are in a large channel takes seconds, in which it may be shared.
  const users = await readMembers(client, channel, signal);
  if (typeof users === 'string') return describeUnseen(channel, users);
  const self = await readSelf(signal);
  const others = [...users].filter((user) => user !== self.user);
  const members = await directory(others, signal);
  const tried = await tryAgain(signal, () => client.conversations.info({ channel }));
  const unseen = whyUnseen(tried);
  if (unseen !== undefined) return describeUnseen(channel, unseen);
  const described = readReply('conversations.info', reply, tried).channel;
  if (described.is_im) return undefined;
  return {
    id: channel,
    kind: kindOf(described),
    hasBot: described.is_member && users.has(self.user),
    hasAsker: users.has(asker),
    isArchived: described.is_archived,
    isFrozen: described.is_frozen,
    ...readShares(described),
    ...count([...members.values()]),
  };
}

/** Of a message to a group it is known that it is one. */
const describeUnseen = (id: ChannelId, unseen: Unseen): Room | undefined =>
  unseen === 'group'
    ? { ...nothingAgainst, id, kind: 'group', hasBot: false, hasAsker: false, members: 0 }
    : undefined;

async function readDirect(
  { client, directory }: RoomReaders,
  channel: ChannelId,
  asker: PersonId,
  signal: AbortSignal,
): Promise<Room | undefined> {
  const own = await findDirect(client, asker, signal);
  if (own !== channel) return undefined;
  const members = await directory([asker], signal);
  const counts = count([...members.values()]);
  return {
    ...nothingAgainst,
    id: channel,
    kind: 'direct',
    hasBot: true,
    hasAsker: true,
    isShared: counts.strangers > 0,
    ...counts,
  };
}

function kindOf({ is_mpim, is_private }: Channel): Room['kind'] {
  if (is_mpim) return 'group';
  return is_private ? 'private' : 'public';
}

/** A share that is not said to be within the organisation is with another. */
function readShares(
  channel: Channel,
): Pick<Room, 'isShared' | 'isShareOffered' | 'isAcrossWorkspaces'> {
  return {
    isShared: channel.is_ext_shared || (channel.is_shared && !channel.is_org_shared),
    isShareOffered:
      channel.is_pending_ext_shared ||
      (channel.pending_shared ?? []).length > 0 ||
      (channel.pending_connected_team_ids ?? []).length > 0,
    isAcrossWorkspaces: channel.is_org_shared,
  };
}

/** A stranger counts as one even if a bot, for its owner reads along; who left reads nothing. */
function count(members: readonly Member[]): Pick<Room, 'members' | 'guests' | 'strangers'> {
  const present = members.filter(({ isDeleted }) => !isDeleted);
  return {
    members: present.filter(({ isBot }) => !isBot).length,
    guests: present.filter(({ isGuest, isBot }) => isGuest && !isBot).length,
    strangers: present.filter(({ isStranger }) => isStranger).length,
  };
}
