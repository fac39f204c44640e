import type { WebClient } from '@slack/web-api';
import { hasRefused } from './attempt.ts';
import { orFault } from './slack-fault.ts';
import { tryAgain } from './try-again.ts';

/** Deletes a file of the bot's; fine where it is gone already, so that it may be tried again. Throws `SlackFault`. */
export async function deleteFile(
  client: WebClient,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const tried = await tryAgain(signal, () => client.files.delete({ file }));
  if (!hasRefused(tried, ['file_not_found', 'file_deleted'])) orFault('files.delete', tried);
}
