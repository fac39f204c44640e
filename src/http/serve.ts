import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { plainReply, type Reply } from './reply.ts';
import { limits, startListening, type Where } from './start-listening.ts';

/**
 * Pages and where they are served. `connects`: what their scripts may ask for more. `answer`: undefined where it has written the response itself. `report`: takes a fault to
 * the operator and returns its reference, which `failed` tells the reader. `unable`: said to the operator where the port cannot be had.
 */
export type Serving = Where & {
  readonly connects: 'self' | 'none';
  readonly answer: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<Reply | undefined>;
  readonly report: (fault: unknown) => string;
  readonly failed: (reference: string) => string;
  readonly unable: string;
};

/** Pages while they are served. `url`: without a path. `stop` ends open connections too. */
export type Served = { readonly url: string; readonly stop: () => Promise<void> };

const mostConnections = 200;

/** Nothing from elsewhere, no script but its own, and no other page around it; nothing is kept on the way. */
const headersFor = (connects: Serving['connects']): Headers =>
  new Headers({
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src '${connects}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });

/** Serves pages: everything that is sent has the same headers, whoever writes it. Throws `ConfigFault` `address` where the port cannot be had. */
export async function serve(serving: Serving): Promise<Served> {
  const { answer, report, failed, unable } = serving;
  const headers = headersFor(serving.connects);
  const server = createServer(limits, (request, response) => {
    response.setHeaders(headers);
    answer(request, response)
      .catch((fault: unknown) => plainReply(500, failed(report(fault))))
      .then((reply) => reply && send(response, reply))
      .catch(report);
  });
  server.maxConnections = mostConnections;
  const url = await startListening(server, serving, unable);
  return {
    url,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(response: ServerResponse, { status, type, body, retryAfterS }: Reply): void {
  // What was begun cannot become something else.
  if (response.headersSent) return void response.destroy();
  if (retryAfterS !== undefined) response.setHeader('retry-after', retryAfterS);
  const full = typeof body === 'string' ? `${type}; charset=utf-8` : type;
  response.writeHead(status, { 'content-type': full }).end(body);
}
