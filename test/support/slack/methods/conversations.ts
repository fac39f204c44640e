import { z } from 'zod';
import { flag, paged, text } from '../arguments.ts';
import { addChannel, directWith, readingScope, seenChannel } from '../channels.ts';
import { cutPage } from '../cut-page.ts';
import type { FakeChannel } from '../fake-slack.ts';
import { makeMethod, no } from '../method.ts';
import { showChannel } from '../show-channel.ts';
import type { World } from '../world.ts';

const scopeOf = ({ channel: id }: { channel: string }, world: World) => {
  const channel = seenChannel(world, id);
  return channel === undefined ? no('channel_not_found') : readingScope(channel);
};

/** `conversations.info`. */
export const conversationsInfo = makeMethod({
  pace: 3,
  scope: scopeOf,
  takes: z.strictObject({
    channel: text,
    include_locale: flag.optional(),
    include_num_members: flag.optional(),
  }),
  run: ({ channel: id, include_num_members: isCounted = false }, world) => {
    const channel = seenChannel(world, id);
    return channel === undefined
      ? no('channel_not_found')
      : { ok: true, channel: showChannel(world, channel, isCounted) };
  },
});

/** `conversations.members`: people, and the bot where it is in. */
export const conversationsMembers = makeMethod({
  pace: 4,
  scope: scopeOf,
  takes: z.strictObject({ channel: text, ...paged }),
  run: ({ channel: id, ...page }, world) => {
    const channel = seenChannel(world, id);
    if (channel === undefined) return no('channel_not_found');
    const all = channel.hasBot ? [...channel.members, world.botUserId] : channel.members;
    const cut = cutPage(all, page, 100);
    return 'ok' in cut
      ? cut
      : { ok: true, members: cut.page, response_metadata: cut.response_metadata };
  },
});

/** `conversations.open`: the direct messages with one person. */
export const conversationsOpen = makeMethod({
  pace: 3,
  scope: ({ users }) => (users.includes(',') ? 'mpim:write' : 'im:write'),
  takes: z.strictObject({
    users: text,
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run: ({ users, return_im: isShown = false }, world) => {
    const user = world.users.get(users);
    if (user === undefined) return no('user_not_found');
    if (user.deleted) return no('user_disabled');
    if (user.isBot) return no('cannot_dm_bot');
    const known = directWith(world, user.id);
    const channel: FakeChannel =
      known ?? addChannel(world, { kind: 'direct', members: [user.id], name: user.id });
    return {
      ok: true,
      no_op: known !== undefined,
      already_open: known !== undefined,
      channel: isShown ? showChannel(world, channel, false) : { id: channel.id },
    };
  },
});

const KINDS = { public_channel: 'public', private_channel: 'private', im: 'direct', mpim: 'group' };

/** `conversations.list`. */
export const conversationsList = makeMethod({
  pace: 2,
  scope: ({ types = 'public_channel' }) =>
    types.includes('private_channel') ? 'groups:read' : 'channels:read',
  takes: z.strictObject({
    types: text.optional(),
    exclude_archived: flag.optional(),
    ...paged,
  }),
  run: ({ types = 'public_channel', exclude_archived: noArchived = false, ...page }, world) => {
    const kinds = types
      .split(',')
      .flatMap((type) => Object.entries(KINDS).find(([name]) => name === type)?.[1] ?? []);
    const all = [...world.channels.values()].filter(
      ({ id, kind, isArchived }) =>
        kinds.includes(kind) && !(noArchived && isArchived) && seenChannel(world, id) !== undefined,
    );
    const cut = cutPage(all, page, 100);
    if ('ok' in cut) return cut;
    const channels = cut.page.map((channel) => showChannel(world, channel, true));
    return { ok: true, channels, response_metadata: cut.response_metadata };
  },
});
