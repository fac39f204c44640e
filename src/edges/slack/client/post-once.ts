import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Post } from '#src/post.ts';
import type { PostResult } from '#src/slack-port.ts';
import { attempt } from './attempt.ts';
import { postOutcome } from './post-outcome.ts';
import { sendLayouts, type Laid } from './send-layouts.ts';

const reply = z.object({ ts: z.string().min(1) });

/** Posts a message once, by `sendLayouts`; `to`: a channel or a person. Nothing that may have arrived is sent again. Never rejects. */
export async function postOnce(
  client: WebClient,
  {
    to,
    post,
    thread,
  }: { readonly to: string; readonly post: Post; readonly thread: string | undefined },
  report: (error: unknown) => unknown,
): Promise<PostResult> {
  const { postMessage: send } = client.chat;
  try {
    const laid = await sendLayouts('chat.postMessage', post, report, ({ text, blocks }) =>
      attempt(() =>
        send({
          channel: to,
          text,
          blocks,
          unfurl_links: false,
          unfurl_media: false,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        }),
      ),
    );
    return readResult(laid);
  } catch (error) {
    // Only the writing of a layout throws, and then that one was not sent, nor the one before taken.
    report(error);
    return { kind: 'refused', reason: 'fault' };
  }
}

function readResult({ tried, shown }: Laid<unknown>): PostResult {
  const less = shown === 'whole' ? {} : { shown };
  if (tried.kind === 'failed') {
    const outcome = postOutcome(tried.failure);
    return outcome.kind === 'unknown' ? { ...outcome, ...less } : outcome;
  }
  const read = reply.safeParse(tried.value);
  return read.success
    ? { kind: 'posted', ts: read.data.ts, shown }
    : { kind: 'unknown', reason: 'unexpected_answer', ...less };
}
