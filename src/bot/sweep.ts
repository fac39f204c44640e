import type { AuditContext } from '#src/state/audit-event.ts';
import { outboxAudit } from '#src/state/deliver-settle.ts';
import type { Message } from '#src/state/message.ts';
import type { DeliveringParts } from './delivering-parts.ts';
import { leftFiles } from '#src/state/left-files.ts';
import { removeFile } from './remove-file.ts';

const sweeper: AuditContext = { actor: { kind: 'program', name: 'the sweeper' } };

/** Slack delivers nothing again that is older than some minutes. What was offered under an answer is remembered for longer than it may be offered. */
const rememberMs = 15 * 24 * 60 * 60 * 1000;
const mostFiles = 20;

/** Puts in order what a crash or a Slack that was down left: files that no message shows, and deliveries that are long past. Throws `StoreFault`. */
export async function sweep(parts: DeliveringParts): Promise<void> {
  const { store, clock, left } = parts;
  for (const [file, key] of left) await removeFile({ key }, file, parts);
  for (const message of await leftFiles(store, clock(), mostFiles))
    await putInOrder(message, parts).catch(parts.report);
  const before = new Date(clock().getTime() - rememberMs);
  await store.change(({ inbox }) => inbox.forget(before, sweeper));
}

/** One that may have been posted is looked for once more: where it stands, it keeps its picture. */
async function putInOrder(message: Message, parts: DeliveringParts): Promise<void> {
  const { key, file, state } = message;
  if (file === undefined) return;
  const ts = state === 'unknown' ? await parts.slack.findByFile(message.channel, file) : undefined;
  if (ts === undefined) await removeFile(message, file, parts);
  else await parts.store.change(({ outbox }) => outbox.find(key, ts, outboxAudit));
}
