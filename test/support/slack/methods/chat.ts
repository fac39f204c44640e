import { z } from 'zod';
import { flag, json, text } from '../arguments.ts';
import { addChannel, checkWriting, directWith, seenChannel } from '../channels.ts';
import { checkMessage } from '../check-message.ts';
import type { FakeMessage } from '../fake-slack.ts';
import { makeMethod, no, type Answer } from '../method.ts';
import { dropMessage, postEphemeral, postMessage } from '../post-message.ts';
import { showMessage } from '../show-message.ts';
import type { Own, World } from '../world.ts';

const content = { text: text.optional(), blocks: json.optional() };
const thread = { thread_ts: text.optional() };

/** `chat.postMessage`. A person as channel is their direct messages with the bot, begun (which needs `im:write`) where there are none. */
export const chatPostMessage = makeMethod({
  pace: 'post',
  scope: ({ channel }, world) =>
    isNewDirect(world, channel) && !world.scopes.has('im:write') ? 'im:write' : 'chat:write',
  takes: z.strictObject({
    channel: text,
    ...content,
    ...thread,
    reply_broadcast: flag.optional(),
    unfurl_links: flag.optional(),
    unfurl_media: flag.optional(),
    mrkdwn: flag.optional(),
    metadata: json
      .pipe(z.strictObject({ event_type: text, event_payload: z.record(text, z.unknown()) }))
      .optional(),
  }),
  run: ({ channel: id, text: words, blocks, thread_ts }, world) => {
    const channel = /^[UW]/u.test(id) ? openDirect(world, id) : id;
    if (channel === undefined) return no('channel_not_found');
    const refusal = checkWriting(world, channel) ?? checkThread(world, channel, thread_ts);
    if (refusal !== undefined) return refusal;
    const checked = checkMessage(world, { text: words, blocks });
    if ('ok' in checked) return checked;
    const message = postMessage(world, checked, { channel, threadTs: thread_ts });
    return { ok: true, channel, ts: message.ts, message: showMessage(world, message) };
  },
});

/** `chat.postEphemeral`. In a thread that nobody has answered in, nobody sees it. */
export const chatPostEphemeral = makeMethod({
  pace: 4,
  scope: 'chat:write',
  takes: z.strictObject({ channel: text, user: text, ...content, ...thread }),
  run: ({ channel, user, text: words, blocks, thread_ts }, world) => {
    const refusal = checkWriting(world, channel) ?? checkThread(world, channel, thread_ts);
    if (refusal !== undefined) return refusal;
    if (world.channels.get(channel)?.members.includes(user) !== true)
      return no('user_not_in_channel');
    const checked = checkMessage(world, { text: words, blocks });
    if ('ok' in checked) return checked;
    const isSeen = thread_ts === undefined || isActive(world, channel, thread_ts);
    const place = { channel, user, thread: thread_ts };
    return { ok: true, message_ts: isSeen ? postEphemeral(world, checked, place) : world.nextTs() };
  },
});

/** `chat.update`: the bot's own. Blocks not given stay; an empty list takes them away. */
export const chatUpdate = makeMethod({
  pace: 3,
  scope: 'chat:write',
  takes: z.strictObject({ channel: text, ts: text, ...content }),
  run: ({ channel, ts, text: words, blocks }, world) => {
    const own = ownMessage(world, channel, ts, 'cant_update_message');
    if ('ok' in own) return own;
    const checked = checkMessage(world, { text: words, blocks: blocks ?? own.blocks });
    if ('ok' in checked) return checked;
    Object.assign(own, checked, { updatedAt: world.nextTs() });
    return { ok: true, channel, ts, text: checked.text, message: showMessage(world, own) };
  },
});

/** `chat.delete`: the bot's own. */
export const chatDelete = makeMethod({
  pace: 3,
  scope: 'chat:write',
  takes: z.strictObject({ channel: text, ts: text }),
  run: ({ channel, ts }, world) => {
    const own = ownMessage(world, channel, ts, 'cant_delete_message');
    if ('ok' in own) return own;
    dropMessage(world, own);
    return { ok: true, channel, ts };
  },
});

/** `chat.getPermalink`. */
export const chatGetPermalink = makeMethod({
  pace: 'free',
  takes: z.strictObject({ channel: text, message_ts: text }),
  run: ({ channel, message_ts: ts }, world) => {
    if (seenChannel(world, channel) === undefined) return no('channel_not_found');
    return isThere(world, channel, ts)
      ? {
          ok: true,
          channel,
          permalink: `https://${world.teamDomain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`,
        }
      : no('message_not_found');
  },
});

const isNewDirect = (world: World, id: string): boolean =>
  /^[UW]/u.test(id) && directWith(world, id) === undefined;

function openDirect(world: World, id: string): string | undefined {
  const user = world.users.get(id);
  if (user === undefined || user.deleted || user.isBot) return undefined;
  const known = directWith(world, id);
  if (known !== undefined) return known.id;
  world.scopesUsed.add('im:write');
  return addChannel(world, { kind: 'direct', members: [id], name: id }).id;
}

const isThere = (world: World, channel: string, ts: string): boolean =>
  world.heard.has(`${channel}/${ts}`) || messageAt(world, channel, ts) !== undefined;

const isActive = (world: World, channel: string, ts: string): boolean =>
  world.talked.has(`${channel}/${ts}`) ||
  world.messages.some((message) => message.channel === channel && message.threadTs === ts);

const messageAt = (world: World, channel: string, ts: string): Own<FakeMessage> | undefined =>
  world.messages.find((message) => message.channel === channel && message.ts === ts);

function checkThread(world: World, channel: string, ts: string | undefined): Answer | undefined {
  if (ts === undefined) return undefined;
  if (!isThere(world, channel, ts)) return no('thread_not_found');
  const parent = messageAt(world, channel, ts);
  return parent?.threadTs === undefined ? undefined : no('cannot_reply_to_message');
}

function ownMessage(
  world: World,
  channel: string,
  ts: string,
  notOwn: string,
): Own<FakeMessage> | Answer {
  const refusal = checkWriting(world, channel);
  if (refusal !== undefined) return refusal;
  if (world.heard.has(`${channel}/${ts}`)) return no(notOwn);
  return messageAt(world, channel, ts) ?? no('message_not_found');
}
