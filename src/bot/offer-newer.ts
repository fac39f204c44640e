import { judge } from '#src/access/judge.ts';
import { channelId } from '#src/access/room.ts';
import { Fault } from '#src/fault.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { Message } from '#src/state/message.ts';
import { newerButton } from './answer-buttons.ts';
import { postedAnswer, type PostedAnswer } from './content.ts';
import { makeBell } from './make-bell.ts';
import type { OfficeParts } from './office-parts.ts';
import { personOf } from './person-of.ts';
import { readFacts } from './read-facts.ts';

const newer: AuditContext = { actor: { kind: 'program', name: 'newer data' } };

/** Older answers have been read and acted on; people ask anew. */
const recentMs = 14 * 24 * 60 * 60 * 1000;
const most = 200;
const mostTries = 3;
const waitMs = 30_000;

/** `apartMs`: between two answers, so that questions are not held up by what Slack lets be read and changed in a minute. */
type Offering = { readonly signal: AbortSignal; readonly apartMs: number };

/** Puts a button "Newer data" under recent answers that were made from another release than the one that answers now, once each, newest first. Throws `StoreFault`. */
export async function offerNewer(parts: OfficeParts, offering: Offering): Promise<void> {
  const release = parts.release.current()?.desk.warehouse.release.releaseId;
  if (release === undefined) return;
  const { store, clock } = parts;
  const after = new Date(clock().getTime() - recentMs);
  const pause = makeBell();
  for (const message of await store.messages.posted('answer', after, most)) {
    const { data: content } = postedAnswer.safeParse(message.content);
    if (content === undefined || content.release === release) continue;
    const key = `newer:${release}:${message.key}`;
    if (!(await store.change(({ inbox }) => inbox.accept(key, newer)))) continue;
    await offer({ message, content }, parts, { ...offering, tries: 1 });
    await pause.wait(offering.apartMs, offering.signal);
    if (offering.signal.aborted) return;
  }
}

type Offered = { readonly message: Message; readonly content: PostedAnswer };

/** Tried again while Slack is busy or down; what it refuses stays as it is. */
async function offer(
  offered: Offered,
  parts: OfficeParts,
  { signal, apartMs, tries }: Offering & { readonly tries: number },
): Promise<void> {
  try {
    if (await mayOffer(offered, parts)) await update(offered, parts);
  } catch (fault) {
    const isLast = tries === mostTries || signal.aborted;
    if (isLast || !(fault instanceof Fault && fault.retryable)) return void parts.report(fault);
    await makeBell().wait(fault.retryAfterMs ?? waitMs, signal);
    return offer(offered, parts, { signal, apartMs, tries: tries + 1 });
  }
}

/** Figures are brought up only where there are some, and where they might be posted now. */
async function mayOffer({ message, content }: Offered, parts: OfficeParts): Promise<boolean> {
  const vocabulary = parts.release.current()?.desk.vocabulary;
  const parsed = vocabulary && parseAsk(content.question, vocabulary);
  if (vocabulary === undefined || parsed?.kind !== 'read') return false;
  const channel = channelId.parse(message.channel);
  const facts = await readFacts({ asker: personOf(message.owner), channel }, parts);
  const { ask } = parsed.reading;
  if (ask.command === 'help' || ask.command === 'events') return false;
  return judge({ ask, ...facts, config: parts.access, vocabulary }).kind === 'allowed';
}

async function update(
  { message: { channel, ts, file }, content: { post, question } }: Offered,
  { slack, mac }: OfficeParts,
): Promise<void> {
  if (ts === undefined || post.kind !== 'answer') return;
  const buttons = [newerButton(question, channel, mac), ...post.buttons];
  const { picture, ...rest } = post;
  // One that Slack did not show was deleted.
  const shown = picture !== undefined && file !== undefined ? { picture } : {};
  await slack.update(channel, ts, { ...rest, ...shown, buttons });
}
