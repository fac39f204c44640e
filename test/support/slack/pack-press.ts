import type { FakeEphemeral, FakeMessage, PressInput } from './fake-slack.ts';
import { findPressed, optionsOf, type Worked } from './find-pressed.ts';
import { openModals } from './open-view.ts';
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
import { showView } from './show-view.ts';
import type { StoredView, World } from './world.ts';

/** Somebody works a button or menu in a message, in their top modal or in their Home. An acknowledgement must be empty. */
export function packPress(world: World, input: PressInput): Parcel {
  const user = knownUser(world, input.user);
  const place =
    input.message === undefined
      ? inView(world, input.user)
      : inMessage(world, input.user, input.message);
  const worked = findPressed(place.blocks, input);
  return {
    kind: 'interactive',
    takesAnswer: false,
    payload: {
      type: 'block_actions',
      ...commonFields(world, user),
      ...place.fields,
      trigger_id: makeTrigger(world, user.id, place.view),
      actions: [sayAction(worked, input.value, world.nextTs())],
    },
    after: (ack) => (isEmpty(ack) ? [] : ['an action is acknowledged with nothing']),
  };
}

type Place = {
  readonly blocks: readonly { readonly block_id?: string }[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly view?: string;
};

function inMessage(world: World, user: string, message: FakeMessage | FakeEphemeral): Place {
  if (message.channel === undefined) throw new Error('a message without a channel has no buttons');
  const channel = knownChannel(world, message.channel, user);
  const isEphemeral = !('threadTs' in message);
  return {
    blocks: message.blocks,
    fields: {
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...(!isEphemeral && message.threadTs !== undefined && { thread_ts: message.threadTs }),
      },
      channel: { id: channel.id, name: sayChannelName(channel) },
      ...(!isEphemeral && { message: showMessage(world, message) }),
      state: { values: {} },
      response_url: makeResponseUrl(world, {
        user,
        channel: channel.id,
        about: message.ts,
        kind: 'actions',
      }),
    },
  };
}

function inView(world: World, user: string): Place {
  const home = [...world.views.values()].find((each) => each.type === 'home' && each.user === user);
  const view: StoredView | undefined = openModals(world, user).at(-1) ?? home;
  if (view === undefined) throw new Error('nothing is open to press in');
  return {
    blocks: view.view.blocks,
    view: view.id,
    fields: { container: { type: 'view', view_id: view.id }, view: showView(world, view) },
  };
}

function sayAction(
  worked: Worked,
  value: string | undefined,
  ts: string,
): Readonly<Record<string, unknown>> {
  const { type, action_id, block_id, text } = worked;
  const base = { type, action_id, block_id, action_ts: ts };
  if (type === 'button') return { ...base, text, value: value ?? worked.value };
  const options = optionsOf(worked);
  const chosen =
    options.find((each) => each.value === value) ??
    (value === undefined ? options[0] : { text: { type: 'plain_text', text: value }, value });
  if (type === 'users_select') return { ...base, selected_user: value };
  if (type === 'conversations_select') return { ...base, selected_conversation: value };
  if (type === 'channels_select') return { ...base, selected_channel: value };
  if (type === 'datepicker') return { ...base, selected_date: value };
  return type === 'checkboxes' || type.startsWith('multi_')
    ? { ...base, selected_options: [chosen] }
    : { ...base, selected_option: chosen };
}
