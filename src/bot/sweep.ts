import type { AuditContext } from '#src/state/audit-event.ts';
import type { DeliveringParts } from './delivering-parts.ts';
import { removeFile } from './remove-file.ts';

const sweeper: AuditContext = { actor: { kind: 'program', name: 'the sweeper' } };

/** Slack delivers nothing again that is older than some minutes. What was offered under an answer is remembered for longer than it may be offered. */
const rememberMs = 15 * 24 * 60 * 60 * 1000;
const mostFiles = 20;

/** Puts in order what a crash or a Slack that was down left: files that no message shows, and deliveries that are long past. Throws `StoreFault`. */
export async function sweep(parts: DeliveringParts): Promise<void> {
  const { store, clock, left } = parts;
  for (const [file, key] of left) await removeFile({ key }, file, parts);
  for (const { key, file } of await store.messages.leftFiles(mostFiles))
    if (file !== undefined) await removeFile({ key }, file, parts);
  const before = new Date(clock().getTime() - rememberMs);
  await store.change(({ inbox }) => inbox.forget(before, sweeper));
}
