import { Fault } from '#src/fault.ts';
import type { AuditContext } from './audit-event.ts';
import type { Patience } from './delivery-patience.ts';
import type { Claim, MessageKind } from './message.ts';
import { noticeOf, type NoticeWords } from './notice.ts';
import type { Sender } from './sender.ts';
import type { Clock, OutboxChange, Store } from './store.ts';

/** Waits; `signal` ends the wait early. Never throws. */
type Pause = (durationMs: number, signal?: AbortSignal) => Promise<void>;

/** What it takes to deliver. `leaseMs`: longer than the sender ever takes for a preparation, a post and a look-up together. */
export type Delivery = {
  readonly store: Store;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly leaseMs: number;
  readonly patience: Readonly<Record<MessageKind, Patience>>;
};

/** How a worker leaves a message. `delayed` is tried again at `due`; the others are ends. */
export type Ending =
  | { readonly kind: 'posted'; readonly ts: string }
  | { readonly kind: 'delayed'; readonly reason: string; readonly due: Date }
  | {
      readonly kind: 'refused' | 'unknown';
      readonly reason: string;
      readonly refusal?: NoticeWords;
    };

/**
 * What was written. `notice`: the key of the notice that tells the owner; undefined for a notice that failed itself, which only the operator's log can tell.
 * `passed`: it is another worker's by now, or an earlier try was written though its answer was lost.
 */
export type Settled =
  | { readonly kind: 'posted'; readonly key: string; readonly ts: string }
  | { readonly kind: 'delayed'; readonly key: string; readonly reason: string; readonly due: Date }
  | {
      readonly kind: 'refused' | 'unknown';
      readonly key: string;
      readonly reason: string;
      readonly notice: string | undefined;
    }
  | { readonly kind: 'passed'; readonly key: string };

/** What the audit says of the outbox's own steps. */
export const outboxAudit: AuditContext = { actor: { kind: 'program', name: 'outbox' } };

/** Writes how a message was left, with the notice to its owner where it ended badly. Throws `StoreFault` where the state stays out of reach. */
export async function settle(desk: Delivery, claim: Claim, ending: Ending): Promise<Settled> {
  const { key } = claim;
  const write = () => desk.store.change(({ outbox }) => writeEnding(outbox, claim, ending, desk));
  const settled = await insist(write, desk.pause);
  return settled ?? { kind: 'passed', key };
}

async function writeEnding(
  outbox: OutboxChange,
  claim: Claim,
  ending: Ending,
  { clock }: Delivery,
): Promise<Settled | undefined> {
  const { key } = claim;
  const audit = 'reason' in ending ? { ...outboxAudit, reason: ending.reason } : outboxAudit;
  switch (ending.kind) {
    case 'posted':
      return (await outbox.confirm(claim, ending.ts, audit)) ? { ...ending, key } : undefined;
    case 'delayed':
      return (await outbox.delay(claim, ending.due, audit)) ? { ...ending, key } : undefined;
    case 'refused':
    case 'unknown': {
      const isEnded = await (ending.kind === 'refused'
        ? outbox.refuse(claim, audit)
        : outbox.lose(claim, audit));
      if (!isEnded) return undefined;
      const notice = noticeOf(claim, ending, clock());
      if (notice !== undefined) await outbox.put(notice, outboxAudit);
      return { kind: ending.kind, key, reason: ending.reason, notice: notice?.key };
    }
    default:
      return ending satisfies never;
  }
}

const mostTries = 6;
const firstWaitMs = 250;

/** What has happened in Slack is known to this worker alone: it tries for some seconds to write it while the state cannot be reached. */
async function insist<T>(task: () => Promise<T>, pause: Pause, tries = 1): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (tries === mostTries || !(error instanceof Fault && error.retryable)) throw error;
    await pause(firstWaitMs * 2 ** (tries - 1));
    return insist(task, pause, tries + 1);
  }
}
