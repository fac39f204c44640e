import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Attempt } from './attempt.ts';
import { isOutOfSight } from './is-out-of-sight.ts';
import { nextPage, pageSize, readPages } from './read-pages.ts';
import { readReply } from './read-reply.ts';
import { tryAgain } from './try-again.ts';

const reply = z.object({ members: z.array(z.string()), response_metadata: nextPage });

/** The IDs of all who are in a channel, the bot among them; undefined where Slack shows the bot no such channel. Throws `SlackFault`. */
export async function readMembers(
  client: WebClient,
  channel: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  let isSeen = true;
  const readPage = async (cursor: string | undefined) => {
    const tried: Attempt<unknown> = await tryAgain(signal, () =>
      client.conversations.members({
        channel,
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    if (isOutOfSight(tried)) isSeen = false;
    if (!isSeen) return { items: [], next: undefined };
    const { members, response_metadata } = readReply('conversations.members', reply, tried);
    return { items: members, next: response_metadata?.next_cursor };
  };
  const all = new Set<string>();
  for await (const { items } of readPages('conversations.members', readPage))
    for (const user of items) all.add(user);
  return isSeen ? all : undefined;
}
