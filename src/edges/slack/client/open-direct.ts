import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { channelId, type ChannelId } from '#src/access/room.ts';
import { hasRefused, type Attempt } from './attempt.ts';
import { readReply } from './read-reply.ts';
import { tryAgain } from './try-again.ts';

const reply = z.object({ channel: z.object({ id: channelId }) });

const readId = (tried: Attempt<unknown>): ChannelId =>
  readReply('conversations.open', reply, tried).channel.id;

/** The direct message of the bot with somebody, made where there is none. Throws `SlackFault`. */
export async function openDirect(
  client: WebClient,
  person: string,
  signal: AbortSignal,
): Promise<ChannelId> {
  return readId(await tryAgain(signal, () => client.conversations.open({ users: person })));
}

/** The same; undefined where Slack knows nobody there to write to. */
export async function findDirect(
  client: WebClient,
  person: string,
  signal: AbortSignal,
): Promise<ChannelId | undefined> {
  const tried = await tryAgain(signal, () => client.conversations.open({ users: person }));
  return hasRefused(tried, nobody) ? undefined : readId(tried);
}

const nobody = [
  'cannot_dm_bot',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
];
