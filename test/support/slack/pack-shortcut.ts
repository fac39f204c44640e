import type { FakeMessage } from './fake-slack.ts';
import { isEmpty } from './pack-command.ts';
import {
  commonFields,
  knownChannel,
  knownUser,
  makeResponseUrl,
  makeTrigger,
  sayChannelName,
  type Parcel,
} from './payload.ts';
import { showMessage } from './show-message.ts';
import type { World } from './world.ts';

/** Somebody picks the app's shortcut on a message. An acknowledgement must be empty. */
export function packShortcut(
  world: World,
  input: { user: string; channel: string; message: FakeMessage; callbackId: string },
): Parcel {
  if (!world.scopes.has('commands')) throw new Error('without the scope commands there are none');
  world.scopesUsed.add('commands');
  const user = knownUser(world, input.user);
  const channel = knownChannel(world, input.channel, user.id);
  return {
    kind: 'interactive',
    takesAnswer: false,
    payload: {
      type: 'message_action',
      ...commonFields(world, user),
      callback_id: input.callbackId,
      action_ts: world.nextTs(),
      channel: { id: channel.id, name: sayChannelName(channel) },
      message_ts: input.message.ts,
      message: showMessage(world, input.message),
      trigger_id: makeTrigger(world, user.id),
      response_url: makeResponseUrl(world, {
        user: user.id,
        channel: channel.id,
        about: input.message.ts,
        kind: 'app',
      }),
    },
    after: (ack) => (isEmpty(ack) ? [] : ['a shortcut is acknowledged with nothing']),
  };
}
