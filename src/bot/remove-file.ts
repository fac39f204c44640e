import type { Message } from '#src/state/message.ts';
import { outboxAudit } from '#src/state/deliver-settle.ts';
import type { OfficeParts } from './office-parts.ts';

/** Deletes the file of a message in Slack and forgets it. False: Slack would not now; the message keeps the file's name, so that it is tried again. Throws `StoreFault`. */
export async function removeFile(
  { key }: Pick<Message, 'key'>,
  file: string,
  { slack, store, report }: Pick<OfficeParts, 'slack' | 'store' | 'report'>,
): Promise<boolean> {
  try {
    await slack.deleteFile(file);
  } catch (fault) {
    report(fault);
    return false;
  }
  await store.change(({ outbox }) => outbox.dropFile(key, file, outboxAudit));
  return true;
}
