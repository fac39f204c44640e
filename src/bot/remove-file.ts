import type { Message } from '#src/state/message.ts';
import { outboxAudit } from '#src/state/deliver-settle.ts';
import type { DeliveringParts } from './delivering-parts.ts';

/** Deletes the file of a message in Slack and forgets it. False: Slack would not now; it is tried again, and the message keeps the file's name. Throws `StoreFault`. */
export async function removeFile(
  { key }: Pick<Message, 'key'>,
  file: string,
  { slack, store, report, left }: DeliveringParts,
): Promise<boolean> {
  try {
    await slack.deleteFile(file);
  } catch (fault) {
    report(fault);
    left.set(file, key);
    return false;
  }
  left.delete(file);
  await store.change(({ outbox }) => outbox.dropFile(key, file, outboxAudit));
  return true;
}
