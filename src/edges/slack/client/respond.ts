import { setTimeout } from 'node:timers/promises';
import type { Post } from '#src/post.ts';
import { sendBytes } from './send-bytes.ts';
import { sendLayouts } from './send-layouts.ts';
import { isHookAddress } from './slack-address.ts';
import { makeSlackFault, orFault } from './slack-fault.ts';

const pauseMs = 500;

/** `apiUrl`: where answers may go besides Slack's hooks, on loopback. */
export type Responding = {
  readonly apiUrl: string;
  readonly timeoutMs: number;
  readonly report: (error: unknown) => unknown;
};

/**
 * Answers one person at once, visible to them alone. Tried again once, only where no connection was made. Throws `SlackFault`, also where the address is not one of
 * Slack's hooks.
 */
export async function respond(
  { apiUrl, timeoutMs, report }: Responding,
  address: string,
  post: Post,
): Promise<void> {
  if (!isHookAddress(address, apiUrl))
    throw makeSlackFault('bad_address', 'response_url: the address is not one of Slack', {
      retryable: false,
    });
  const { tried } = await sendLayouts('response_url', post, report, async (message) => {
    const sent = {
      address,
      type: 'application/json',
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
    };
    const first = await sendBytes(sent, timeoutMs);
    if (first.kind === 'done' || first.failure.kind !== 'notConnected') return first;
    await setTimeout(pauseMs);
    return sendBytes(sent, timeoutMs);
  });
  orFault('response_url', tried);
}
