import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Attempt } from './attempt.ts';
import { nextPage, pageSize, readPages } from './read-pages.ts';
import { readReply } from './read-reply.ts';
import { tryAgain } from './try-again.ts';
import { whyUnseen, type Unseen } from './why-unseen.ts';

const reply = z.object({ members: z.array(z.string()), response_metadata: nextPage });

/** The IDs of all who are in a channel, the bot among them; or why Slack does not describe it to the bot. Throws `SlackFault`. */
export async function readMembers(
  client: WebClient,
  channel: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | Unseen> {
  let unseen: Unseen | undefined;
  const readPage = async (cursor: string | undefined) => {
    const tried: Attempt<unknown> = await tryAgain(signal, () =>
      client.conversations.members({
        channel,
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    unseen = whyUnseen(tried);
    if (unseen !== undefined) return { items: [], next: undefined };
    const { members, response_metadata } = readReply('conversations.members', reply, tried);
    return { items: members, next: response_metadata?.next_cursor };
  };
  const all = new Set<string>();
  for await (const { items } of readPages('conversations.members', readPage))
    for (const user of items) all.add(user);
  return unseen ?? all;
}
