import { findDelayMs } from './delivery-patience.ts';
import { outboxAudit, settle, type Delivery, type Settled } from './deliver-settle.ts';
import type { Claim } from './message.ts';
import type { Ready } from './sender.ts';

/** What came of one turn. `idle`: nothing is due. */
export type Delivered = Settled | { readonly kind: 'idle' };

/**
 * Takes the message that has been due longest as far as it goes. One that may have been posted is looked for, never posted again, unless it is a notice. Where `signal` says stop, a message
 * that is not taken up goes back; one that is being prepared is finished. Throws `StoreFault`; the message is then taken over when its lease has run out.
 */
export async function deliverNext(desk: Delivery, signal: AbortSignal): Promise<Delivered> {
  const { store, leaseMs, patience } = desk;
  const claim = await store.change(({ outbox }) => outbox.claim({ leaseMs }, outboxAudit));
  if (claim === undefined) return { kind: 'idle' };
  const { mostAttempts } = patience[claim.kind];
  // Twice as many: a look-up brings its worker down each time.
  if (claim.found === 'posting')
    return claim.attempts > 2 * mostAttempts
      ? settle(desk, claim, { kind: 'unknown', reason: 'too_many_attempts' })
      : findOut(desk, claim, 'taken_over');
  // More than there are tries: it brings down whoever takes it, before it is begun.
  if (claim.attempts > mostAttempts)
    return settle(desk, claim, { kind: 'refused', reason: 'too_many_attempts' });
  if (signal.aborted) return handBack(desk, claim, 'stopping');
  return prepare(desk, claim);
}

async function prepare(desk: Delivery, claim: Claim): Promise<Settled> {
  const { store, sender, clock } = desk;
  let { file } = claim;
  const prepared = await sender.prepare(claim, async (uploading) => {
    const isKept = await store.change(({ outbox }) =>
      outbox.keepFile(claim, uploading, outboxAudit),
    );
    if (isKept) file = uploading;
    return isKept;
  });
  switch (prepared.kind) {
    case 'ready':
      // A post whose answer is lost is looked for by its file.
      return clock() < claim.until
        ? begin(desk, { ...claim, file }, prepared)
        : handBack(desk, claim, 'too_slow');
    case 'refused':
      return settle(desk, claim, prepared);
    case 'notPosted':
      return postpone(desk, claim, prepared);
    default:
      return prepared satisfies never;
  }
}

async function begin(desk: Delivery, claim: Claim, ready: Ready): Promise<Settled> {
  const { store, clock } = desk;
  const begun = store.change(async (change) => {
    const isBegun = await change.outbox.begin(claim, ready.content, outboxAudit);
    if (isBegun) await ready.record(change);
    return isBegun;
  });
  const isMine = await begun.catch(async (error: unknown) => {
    // Nobody knows whether this was written, but nothing was posted.
    await handBack(desk, claim, 'not_begun');
    throw error;
  });
  if (!isMine) return { kind: 'passed', key: claim.key };
  return clock() < claim.until ? post(desk, claim, ready) : handBack(desk, claim, 'too_slow');
}

async function post(desk: Delivery, claim: Claim, ready: Ready): Promise<Settled> {
  const outcome = await ready.post();
  switch (outcome.kind) {
    case 'posted':
    case 'refused':
      return settle(desk, claim, outcome);
    case 'unknown':
      return findOut(desk, claim, outcome.reason);
    case 'notPosted':
      return postpone(desk, claim, outcome);
    default:
      return outcome satisfies never;
  }
}

/** A notice is the last that anybody hears, so it is posted again: told twice is better than never. */
async function findOut(desk: Delivery, claim: Claim, reason: string): Promise<Settled> {
  if (claim.kind === 'notice') return postpone(desk, claim, { reason, retryAfterMs: undefined });
  const found = await desk.sender.find(claim);
  return settle(
    desk,
    claim,
    found.kind === 'found' ? { kind: 'posted', ts: found.ts } : { kind: 'unknown', reason },
  );
}

function postpone(
  desk: Delivery,
  claim: Claim,
  { reason, retryAfterMs }: { readonly reason: string; readonly retryAfterMs: number | undefined },
): Promise<Settled> {
  const patience = desk.patience[claim.kind];
  if (claim.attempts >= patience.mostAttempts)
    return settle(desk, claim, { kind: 'refused', reason });
  const delayMs = retryAfterMs ?? findDelayMs(patience, claim.attempts);
  return settle(desk, claim, {
    kind: 'delayed',
    reason,
    due: new Date(desk.clock().getTime() + delayMs),
  });
}

/** It keeps its place in the queue. */
const handBack = (desk: Delivery, claim: Claim, reason: string): Promise<Settled> =>
  settle(desk, claim, { kind: 'delayed', reason, due: claim.due });
