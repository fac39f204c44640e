import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Fault } from '#src/fault.ts';
import { withinTime } from '#src/within-time.ts';

/** A server that listens. `url`: without a path. `stop` ends within `drainMs` and five seconds. */
export type Listening = {
  readonly url: string;
  readonly isStopping: () => boolean;
  readonly stop: () => Promise<void>;
};

type Where = { readonly host: string; readonly port: number; readonly drainMs: number };

/** Longer than balancers keep a quiet connection, so that it is never us who close one they are about to use. */
const keepAliveTimeout = 65_000;
const finishMs = 5000;

/** Listens with limits on slow and idle connections. A stop lets requests under way be answered. Throws `ConfigFault` where the port cannot be had. */
export async function listenOn(where: Where, answer: RequestListener): Promise<Listening> {
  let isStopping = false;
  const server = createServer(
    {
      headersTimeout: 5000,
      requestTimeout: 10_000,
      keepAliveTimeout,
      connectionsCheckingInterval: 1000,
    },
    (request, response) => {
      response.once('close', () => {
        if (isStopping) setImmediate(() => server.closeIdleConnections());
      });
      answer(request, response);
    },
  );
  server.maxConnections = 1000;
  const url = await startListening(server, where);
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

async function startListening(server: Server, { host, port }: Where): Promise<string> {
  try {
    await once(server.listen({ host, port }), 'listening');
  } catch (cause) {
    throw new Fault(
      'ConfigFault',
      'address',
      `the bot cannot listen on port ${port}: free it, or choose another`,
      { cause },
    );
  }
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}
