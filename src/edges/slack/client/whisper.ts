import type { WebClient } from '@slack/web-api';
import type { Post } from '#src/post.ts';
import type { Whispered } from '#src/slack-port.ts';
import { attempt } from './attempt.ts';
import { sendLayouts } from './send-layouts.ts';
import { orFault } from './slack-fault.ts';

/** Tells one person something in a channel, visible to them alone, once. Throws `SlackFault`. */
export async function whisper(
  client: WebClient,
  { channel, person, thread }: Whispered,
  post: Post,
  report: (error: unknown) => unknown,
): Promise<void> {
  const { postEphemeral: send } = client.chat;
  const where = thread === undefined ? {} : { thread_ts: thread };
  const { tried } = await sendLayouts('chat.postEphemeral', post, report, ({ text, blocks }) =>
    attempt(() => send({ channel, user: person, text, blocks, ...where })),
  );
  orFault('chat.postEphemeral', tried);
}
