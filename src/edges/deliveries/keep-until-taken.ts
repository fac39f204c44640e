import { Fault } from '#src/fault.ts';
import type { FormAnswer, Incoming, Office } from '#src/incoming.ts';
import type { Deliveries, KeptDelivery } from './open-deliveries.ts';

/** An office that a kill costs no question. `takeLeft`: takes what the one before left, one after another, until all is taken. Never rejects. */
export type KeepingOffice = Office & { takeLeft(): Promise<void> };

type Keeping = {
  readonly deliveries: Deliveries;
  readonly report: (fault: unknown) => unknown;
};

/** What so many programs were killed over is given to no other. */
const mostPrograms = 3;

/**
 * Keeps each delivery from the moment it is given until the office has taken it, which is when all that came of it is entered or said. One that cannot be kept is taken
 * all the same, and reported. A form is not kept, for Slack tells whoever sent it that nobody took it; nor is the opening of a page.
 */
export function keepUntilTaken(office: Office, { deliveries, report }: Keeping): KeepingOffice {
  const take = async (delivery: KeptDelivery, isLeft: boolean): Promise<FormAnswer> => {
    const { delivered } = delivery;
    try {
      deliveries.keep(delivery);
    } catch (cause) {
      report(notKept(cause));
    }
    const given = isLeft ? { ...delivered, left: true as const } : delivered;
    const answer = await office.take(given, new Date(delivery.arrivedAt));
    await deliveries.forget(delivered).catch(report);
    return answer;
  };
  const takeUp = async (delivery: KeptDelivery): Promise<void> => {
    const programs = delivery.programs + 1;
    if (programs <= mostPrograms) return void (await take({ ...delivery, programs }, true));
    report(givenUp);
    await deliveries.forget(delivery.delivered);
  };
  return {
    take: (delivered, arrivedAt) =>
      isKept(delivered)
        ? take({ delivered, arrivedAt: arrivedAt.toISOString(), programs: 1 }, false)
        : office.take(delivered, arrivedAt),
    takeLeft: async () => {
      try {
        for (const delivery of await deliveries.list()) await takeUp(delivery);
      } catch (fault) {
        report(fault);
      }
    },
  };
}

/** Slack was told that it arrived, and somebody waits for what comes of it. */
const isKept = (delivered: Incoming): boolean => 'responseUrl' in delivered;

const notKept = (cause: unknown): Fault =>
  new Fault('StoreFault', 'notKept', 'a delivery could not be kept, so a kill would lose it', {
    cause,
  });

const givenUp = new Fault(
  'StoreFault',
  'givenUp',
  `a delivery was given up: ${mostPrograms} programs ended while they had it`,
);
