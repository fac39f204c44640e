import { Fault } from '#src/fault.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { Message } from '#src/state/message.ts';
import { newerButton } from './answer-buttons.ts';
import { postedAnswer, type PostedAnswer } from './content.ts';
import type { OfficeParts } from './office-parts.ts';

const newer: AuditContext = { actor: { kind: 'program', name: 'newer data' } };

/** Older answers have been read and acted on; people ask anew. */
const recentMs = 14 * 24 * 60 * 60 * 1000;
const most = 200;

/** Puts a button "Newer data" under recent answers that were made from another release than the one that answers now, once each. Throws `StoreFault`. */
export async function offerNewer(parts: OfficeParts, signal: AbortSignal): Promise<void> {
  const release = parts.release.current()?.desk.warehouse.release.releaseId;
  if (release === undefined) return;
  const { store, clock, report } = parts;
  const after = new Date(clock().getTime() - recentMs);
  for (const message of await store.messages.posted('answer', after, most)) {
    const { data: content } = postedAnswer.safeParse(message.content);
    if (content === undefined || content.release === release || signal.aborted) continue;
    const key = `newer:${release}:${message.key}`;
    // First the record, then the button: one that Slack refuses is not tried for ever.
    if (!(await store.change(({ inbox }) => inbox.accept(key, newer)))) continue;
    await update(message, content, parts).catch((fault: unknown) => {
      if (!(fault instanceof Fault)) throw fault;
      report(fault);
    });
  }
}

async function update(
  { channel, ts, file }: Message,
  { post, question }: PostedAnswer,
  { slack, mac }: OfficeParts,
): Promise<void> {
  if (ts === undefined || post.kind !== 'answer') return;
  const buttons = [newerButton(question, channel, mac), ...post.buttons];
  const { picture, ...rest } = post;
  // One that Slack did not show was deleted.
  const shown = picture !== undefined && file !== undefined ? { picture } : {};
  await slack.update(channel, ts, { ...rest, ...shown, buttons });
}
