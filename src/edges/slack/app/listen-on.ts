import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { limits, startListening, type Where } from '#src/http/start-listening.ts';
import { withinTime } from '#src/within-time.ts';

/** A server that listens. `url`: without a path. `stop` ends within `drainMs` and five seconds. */
export type Listening = {
  readonly url: string;
  readonly isStopping: () => boolean;
  readonly stop: () => Promise<void>;
};

type Draining = Where & { readonly drainMs: number };

const finishMs = 5000;

/** Listens with limits on slow and idle connections. A stop lets requests under way be answered. Throws `ConfigFault` where the port cannot be had. */
export async function listenOn(where: Draining, answer: RequestListener): Promise<Listening> {
  let isStopping = false;
  const server = createServer(limits, (request, response) => {
    response.once('close', () => {
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
    answer(request, response);
  });
  server.maxConnections = 1000;
  const unable = `the bot cannot listen on port ${where.port}: free it, or choose another`;
  const url = await startListening(server, where, unable);
  return {
    url,
    isStopping: () => isStopping,
    stop: async () => {
      if (isStopping) return;
      isStopping = true;
      await setTimeout(where.drainMs);
      const closed = once(server, 'close');
      server.close();
      await withinTime(closed, finishMs, []);
      server.closeAllConnections();
      await closed;
    },
  };
}
