import { escapeCommand } from './escape-command.ts';
import type { MentionInput } from './fake-slack.ts';
import { packEvent } from './pack-event.ts';
import { knownChannel, knownUser, type Parcel } from './payload.ts';
import type { World } from './world.ts';

/** Somebody writes a message with "@Mobility" in it, in a channel that the bot is in. */
export function packMention(
  world: World,
  { user: id, channel: channelId, text, thread, ts = world.nextTs(), more }: MentionInput,
): Parcel {
  if (!world.scopes.has('app_mentions:read'))
    throw new Error('without the scope app_mentions:read there are no mentions');
  world.scopesUsed.add('app_mentions:read');
  const user = knownUser(world, id);
  const channel = knownChannel(world, channelId, user.id);
  if (!channel.hasBot) throw new Error('of a channel that it is not in, the bot hears nothing');
  return packEvent(world, {
    type: 'app_mention',
    user: user.id,
    text: escapeCommand(world, text).replaceAll('@Mobility', `<@${world.botUserId}>`),
    ts,
    team: world.teamId,
    channel: channel.id,
    event_ts: ts,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...more,
  });
}
