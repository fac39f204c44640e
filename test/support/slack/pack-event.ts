import { isEmpty } from './pack-command.ts';
import type { Parcel } from './payload.ts';
import type { World } from './world.ts';

/** Something that happened, in the wrapping of the Events API. A message it tells of can be answered in a thread from now on. */
export function packEvent(world: World, event: object): Parcel {
  const channel = 'channel' in event ? String(event.channel) : '';
  if ('ts' in event) world.heard.add(`${channel}/${String(event.ts)}`);
  if ('thread_ts' in event) hearThread(world, channel, String(event.thread_ts));
  return {
    kind: 'events_api',
    takesAnswer: false,
    payload: {
      token: 'deprecated',
      team_id: world.teamId,
      api_app_id: world.appId,
      event,
      type: 'event_callback',
      event_id: world.nextId('Ev'),
      event_time: Math.floor(world.clock() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: world.teamId,
          user_id: world.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: world.channels.get(channel)?.isExtShared ?? false,
    },
    after: (ack) => (isEmpty(ack) ? [] : ['an event is acknowledged with nothing']),
  };
}

/** What was answered is there: the bot's own, or somebody's. */
function hearThread(world: World, channel: string, ts: string): void {
  const isOwn = world.messages.some((each) => each.channel === channel && each.ts === ts);
  if (!isOwn) world.heard.add(`${channel}/${ts}`);
  world.talked.add(`${channel}/${ts}`);
}
