import { escapeCommand } from './escape-command.ts';
import {
  knownChannel,
  knownUser,
  makeResponseUrl,
  makeTrigger,
  sayChannelName,
  type Parcel,
} from './payload.ts';
import { respond } from './reply-to-response.ts';
import type { World } from './world.ts';

/** A slash command as typed. An acknowledgement with text is shown to the asker, or to the channel where it says so. */
export function packCommand(
  world: World,
  input: { user: string; channel: string; text: string; command?: string },
): Parcel {
  if (!world.scopes.has('commands')) throw new Error('without the scope commands there are none');
  world.scopesUsed.add('commands');
  const user = knownUser(world, input.user);
  const channel = knownChannel(world, input.channel, user.id);
  const responseUrl = makeResponseUrl(world, {
    user: user.id,
    channel: channel.id,
    kind: 'commands',
  });
  return {
    kind: 'slash_commands',
    takesAnswer: true,
    payload: {
      token: 'deprecated',
      team_id: world.teamId,
      team_domain: world.teamDomain,
      channel_id: channel.id,
      channel_name: sayChannelName(channel),
      user_id: user.id,
      user_name: user.name,
      command: input.command ?? '/mobility',
      text: escapeCommand(world, input.text.trim()),
      api_app_id: world.appId,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: makeTrigger(world, user.id),
    },
    after: (ack) => {
      if (isEmpty(ack)) return [];
      const answer = respond(
        world,
        { user: user.id, channel: channel.id, about: undefined, atMs: 0, uses: 0 },
        typeof ack === 'string' ? { text: ack } : ack,
      );
      return answer.ok ? [] : [`the acknowledgement was not shown: ${answer.error}`];
    },
  };
}

/** Whether an acknowledgement says nothing. */
export function isEmpty(ack: unknown): boolean {
  return (
    ack === undefined ||
    ack === '' ||
    (typeof ack === 'object' && ack !== null && Object.keys(ack).length === 0)
  );
}
