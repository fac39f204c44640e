import type { FakeChannel } from './fake-slack.ts';
import { no, type Answer } from './method.ts';
import type { World } from './world.ts';

/** The channel as far as the bot can see it: any public one, and those it is in. */
export function seenChannel(world: World, id: string): FakeChannel | undefined {
  const channel = world.channels.get(id);
  return channel?.kind === 'public' || channel?.hasBot === true ? channel : undefined;
}

/** The scope with which the bot reads about a channel. */
export function readingScope(channel: FakeChannel): string {
  const scopes = {
    public: 'channels:read',
    private: 'groups:read',
    direct: 'im:read',
    group: 'mpim:read',
  };
  return scopes[channel.kind];
}

/** Why the bot may not write in this channel, in Slack's word; undefined where it may. */
export function checkWriting(world: World, id: string): Answer | undefined {
  const channel = seenChannel(world, id);
  if (channel === undefined) return no('channel_not_found');
  if (channel.isArchived) return no('is_archived');
  if (!channel.hasBot) return no('not_in_channel');
  return channel.isFrozen ? no('restricted_action') : undefined;
}

/** The direct messages between a person and the bot, if there are any yet. */
export function directWith(world: World, user: string): FakeChannel | undefined {
  return [...world.channels.values()].find(
    (channel) =>
      channel.kind === 'direct' &&
      channel.hasBot &&
      channel.members.length === 1 &&
      channel.members[0] === user,
  );
}

/** A channel as given, the rest as most channels are: public, the bot in it, nothing shared. */
export function addChannel(world: World, channel: Partial<FakeChannel>): FakeChannel {
  const kind = channel.kind ?? 'public';
  const id =
    channel.id ?? world.nextId({ public: 'C', private: 'C', direct: 'D', group: 'G' }[kind]);
  const added: FakeChannel = {
    name: `channel-${id.toLowerCase()}`,
    kind,
    members: [],
    hasBot: true,
    isArchived: false,
    isShared: false,
    isExtShared: false,
    isPendingExtShared: false,
    isOrgShared: false,
    isFrozen: false,
    ...channel,
    id,
  };
  world.channels.set(id, added);
  return added;
}
