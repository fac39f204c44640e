import { Fault } from '#src/fault.ts';
import { type Incoming, isPassing, type Office } from '#src/incoming.ts';
import type { KeptDelivery } from './kept-delivery.ts';
import type { Deliveries } from './open-deliveries.ts';

/**
 * An office that a kill costs no question. `takeLeft`: takes what programs that were killed have left, one after another, until there is no more or `signal` says stop.
 * Never rejects.
 */
export type KeepingOffice = Office & { takeLeft(signal: AbortSignal): Promise<void> };

type Keeping = {
  readonly deliveries: Deliveries;
  readonly report: (fault: unknown) => unknown;
};

/** What so many programs were killed over is tried by no other: whoever asked is told. */
const mostPrograms = 3;

/**
 * Keeps each delivery from the moment it is given until the office has taken it, which is when all that came of it is entered or said. One that cannot be kept is taken
 * all the same, and reported. What passes is not kept: nobody waits for it later.
 */
export function keepUntilTaken(office: Office, { deliveries, report }: Keeping): KeepingOffice {
  /** How often each is in hand: a delivery may come again before the first is taken. */
  const inHand = new Map<string, number>();
  let isFailing = false;
  const keep = (delivered: Incoming, arrivedAt: Date): void => {
    try {
      deliveries.keep(delivered, arrivedAt);
      isFailing = false;
    } catch (cause) {
      if (!isFailing) report(notKept(cause));
      isFailing = true;
    }
  };
  const hold = async (delivered: Incoming, arrivedAt: Date) => {
    const { key } = delivered;
    inHand.set(key, (inHand.get(key) ?? 0) + 1);
    const answer = await office.take(delivered, arrivedAt);
    const others = (inHand.get(key) ?? 1) - 1;
    if (others > 0) inHand.set(key, others);
    else inHand.delete(key);
    if (others === 0) await deliveries.forget(delivered).catch(report);
    return answer;
  };
  const takeUp = async ({ delivered, arrivedAt, programs }: KeptDelivery): Promise<void> => {
    const isGivenUp = programs > mostPrograms;
    if (isGivenUp) report(givenUp());
    await hold({ ...delivered, left: isGivenUp ? 'givenUp' : 'again' }, arrivedAt);
  };
  return {
    take: (delivered, arrivedAt) => {
      if (isPassing(delivered)) return office.take(delivered, arrivedAt);
      if (!inHand.has(delivered.key)) keep(delivered, arrivedAt);
      return hold(delivered, arrivedAt);
    },
    takeLeft: async (signal) => {
      try {
        if (signal.aborted) return;
        for await (const kept of deliveries.takeOver()) {
          await takeUp(kept);
          if (signal.aborted) return;
        }
      } catch (fault) {
        report(fault);
      }
    },
  };
}

const notKept = (cause: unknown): Fault =>
  new Fault(
    'StoreFault',
    'notKept',
    'deliveries cannot be kept for now, so that a kill would lose them',
    { cause },
  );

const givenUp = (): Fault =>
  new Fault(
    'StoreFault',
    'givenUp',
    `a delivery was given up: ${mostPrograms} programs ended while they had it`,
  );
