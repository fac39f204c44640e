import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Fault } from '#src/fault.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';
import type { FromOffice, ToOffice } from './office-messages.ts';
import type { OpenOffice } from './open-office.ts';
import type { OfficePlace } from './watch-release.ts';

/** Where the office works, with the bot's token, and where Slack is if not at slack.com. */
export type SlackPlace = OfficePlace & {
  readonly token: string;
  readonly apiUrl: string | undefined;
};

/** An office in a thread of its own. `broken`: resolves where it ended without having been stopped; what it had not taken is then rejected. */
export type OfficeThread = OpenOffice & { readonly broken: Promise<Fault> };

/**
 * Starts the office in a thread of its own, so that drawing a chart never holds up an acknowledgement. Resolves once it is open. Throws `ConfigFault`, with what the
 * office says it cannot start for. `program`: what the thread runs.
 */
export async function startOfficeThread(
  place: SlackPlace,
  program = new URL('./office-thread.ts', import.meta.url),
): Promise<OfficeThread> {
  const worker = new Worker(program, { workerData: place });
  const waiting = new Map<number, PromiseWithResolvers<FormAnswer>>();
  let isStopping = false;
  let count = 0;
  const opened = Promise.withResolvers<string | undefined>();
  const broken = Promise.withResolvers<Fault>();
  const breakDown = (fault: Fault): void => {
    opened.reject(fault);
    if (!isStopping) broken.resolve(fault);
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on('message', (message: FromOffice) => {
    switch (message.kind) {
      case 'open':
        return opened.resolve(message.boardUrl);
      case 'taken':
        waiting.get(message.id)?.resolve(message.answer);
        return void waiting.delete(message.id);
      case 'broken':
        return breakDown(new Fault('ConfigFault', message.code, message.message));
      default:
        return message satisfies never;
    }
  });
  worker.on('error', (cause) => breakDown(ended(cause)));
  worker.on('exit', () => breakDown(ended(undefined)));
  const boardUrl = await opened.promise.catch(async (fault: unknown) => {
    await worker.terminate();
    throw fault;
  });
  const post = (message: ToOffice): void => worker.postMessage(message);
  return {
    boardUrl,
    broken: broken.promise,
    take: (delivered: Incoming, arrivedAt: Date) => {
      count += 1;
      const taken = Promise.withResolvers<FormAnswer>();
      waiting.set(count, taken);
      post({ kind: 'take', id: count, delivered, arrivedAt });
      return taken.promise;
    },
    stop: async () => {
      isStopping = true;
      const gone = once(worker, 'exit');
      post({ kind: 'stop' });
      await gone;
    },
  };
}

const ended = (cause: unknown): Fault =>
  new Fault('ConfigFault', 'officeEnded', 'the part that answers ended by itself', { cause });
