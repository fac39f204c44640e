import { makeWebClient } from './make-web-client.ts';
import { readReply } from './read-reply.ts';
import type { SlackAccess } from './read-grant.ts';
import { slackUrl } from './slack-url.ts';
import { tryAgain } from './try-again.ts';
import { z } from 'zod';

const reply = z.object({ url: z.url({ protocol: /^wss?$/u }) });

/** Whether a Socket Mode connection could be opened with an app's token: its address is asked for and left unused. Throws `SlackFault` where not. */
export async function checkAppToken(
  { token, apiUrl }: SlackAccess,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const client = makeWebClient(token, apiUrl ?? slackUrl, timeoutMs);
  const tried = await tryAgain(signal, () => client.apps.connections.open());
  readReply('apps.connections.open', reply, tried);
}
