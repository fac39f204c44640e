import type { Office } from '#src/incoming.ts';
import { Fault } from '#src/fault.ts';
import { deliverAll, type Round } from '#src/state/deliver-all.ts';
import { usualPatience, type Patience } from '#src/state/delivery-patience.ts';
import type { MessageKind } from '#src/state/message.ts';
import type { MostWaiting } from './asking-parts.ts';
import { makeFindOpenChannels } from './find-open-channels.ts';
import { makeBell } from './make-bell.ts';
import { makeOffice } from './make-office.ts';
import { makeSender } from './make-sender.ts';
import { makePacer } from './pacer.ts';
import { offerNewer } from './offer-newer.ts';
import { makeAllowance } from './make-allowance.ts';
import type { OfficeParts } from './office-parts.ts';
import { sweep } from './sweep.ts';

/** An office at work. `stop`: takes up nothing new, finishes what it has in hand and hands back the rest; bounded by the deadlines of its edges. */
export type RunningOffice = Office & { stop(): Promise<void> };

/**
 * `leaseMs`: longer than an answer, its upload, a post and a look for it together. `idleMs`: how long a worker waits unless it is woken. `workers`: answers at once; more
 * would only wait for one another. `mostWaiting`: so many answers may wait. `apartMs`: between two answers of one channel, of which Slack takes about one message a second. `namingReads`: channels
 * read in a minute to be named to somebody, of the 50 that Slack lets be read for whatever purpose. `sweepMs`, `lookMs`: how often what was left is put in order, and the release looked at.
 * `offerMs`: between two answers that get a button for newer data. `patience`: how long to go on with a message that was surely not posted.
 */
export type OfficePace = {
  readonly leaseMs: number;
  readonly idleMs: number;
  readonly workers: number;
  readonly mostWaiting: MostWaiting;
  readonly apartMs: number;
  readonly namingReads: number;
  readonly sweepMs: number;
  readonly lookMs: number;
  readonly offerMs: number;
  readonly patience: Readonly<Record<MessageKind, Patience>>;
};

export const usualPace: OfficePace = {
  leaseMs: 90_000,
  idleMs: 1000,
  workers: 3,
  mostWaiting: { all: 200, ofPerson: 10, inChannel: 30 },
  apartMs: 1100,
  namingReads: 12,
  sweepMs: 60_000,
  lookMs: 15_000,
  offerMs: 5000,
  patience: usualPatience,
};

/** Takes deliveries and posts what comes of them, until it is stopped. `onBroken`: gets what ended a part of it for good; the program is then to end. */
export function runOffice(
  parts: OfficeParts,
  onBroken: (error: unknown) => void,
  {
    leaseMs,
    idleMs,
    workers,
    mostWaiting,
    apartMs,
    namingReads,
    sweepMs,
    lookMs,
    offerMs,
    patience,
  }: OfficePace = usualPace,
): RunningOffice {
  const stopping = new AbortController();
  const bell = makeBell();
  const pace = makePacer(parts.clock, apartMs);
  const findOpenChannels = makeFindOpenChannels(parts, namingReads);
  const office = makeOffice({ ...parts, bell, pace, mostWaiting, findOpenChannels });
  const round: Round = {
    signal: stopping.signal,
    idleMs,
    report: (outcome) => {
      const fault = faultOf(outcome);
      if (fault !== undefined) parts.report(fault);
    },
  };
  const allowance = makeAllowance(parts.channelBytes, parts.clock);
  const delivering = { ...parts, left: new Map<string, string>(), allowance };
  const delivery = {
    store: parts.store,
    sender: makeSender(delivering),
    clock: parts.clock,
    pause: (durationMs: number, signal?: AbortSignal) => bell.wait(durationMs, signal),
    leaseMs,
    patience,
  };
  const every = async (periodMs: number, work: () => Promise<void>): Promise<void> => {
    const pause = makeBell();
    while (!stopping.signal.aborted) {
      // What keeps order goes on: to end would silence whoever waits for an answer.
      await work().catch(parts.report);
      await pause.wait(periodMs, stopping.signal);
    }
  };
  // What was made live while no program ran is offered too.
  let isNew = true;
  const watch = async (): Promise<void> => {
    isNew = (await parts.release.look()) || isNew;
  };
  const offer = async (): Promise<void> => {
    if (!isNew) return;
    isNew = false;
    await offerNewer(parts, { signal: stopping.signal, apartMs: offerMs });
  };
  const loops = [
    ...Array.from({ length: workers }, () => deliverAll(delivery, round)),
    every(sweepMs, () => sweep(delivering)),
    every(lookMs, watch),
    every(lookMs, offer),
  ];
  const ended = Promise.allSettled(loops.map((loop) => loop.catch(onBroken)));
  const taking = new Set<Promise<unknown>>();
  return {
    take: (delivered, arrivedAt) => {
      const taken = office.take(delivered, arrivedAt);
      taking.add(taken);
      return taken.finally(() => taking.delete(taken));
    },
    stop: async () => {
      await Promise.all(taking);
      stopping.abort();
      await ended;
    },
  };
}

/** What the operator is to know of a turn: a notice that ended badly has nobody left to tell. */
function faultOf(outcome: Parameters<Round['report']>[0]): Fault | undefined {
  if (outcome.kind === 'fault') return outcome.fault;
  const isUntold =
    (outcome.kind === 'refused' || outcome.kind === 'unknown') && outcome.notice === undefined;
  return isUntold
    ? new Fault(
        'SlackFault',
        outcome.reason,
        `a notice was not posted, and nobody told (${outcome.reason})`,
      )
    : undefined;
}
