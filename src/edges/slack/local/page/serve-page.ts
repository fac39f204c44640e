import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '#src/fault.ts';
import { answerRequest, type PageParts, type PageReply } from './answer-request.ts';
import { isOwn } from './is-own.ts';
import { readSeat } from './seat.ts';
import { tellChanges } from './tell-changes.ts';
import { words } from './words.ts';

/** The page while it is served. `stop` ends open connections too. */
export type ServedPage = { readonly url: string; readonly stop: () => Promise<void> };

/** Nothing from elsewhere, no script but its own, and no other page around it. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const host = '127.0.0.1';

/** Serves the page to this computer alone. Throws `ConfigFault` `address` where the port cannot be had. */
export async function servePage(parts: PageParts, port: number): Promise<ServedPage> {
  const stopping = new AbortController();
  const portOf = (): number => {
    // `as`: it listens on a port.
    const address = server.address() as AddressInfo;
    return address.port;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwn(request, portOf()))
      return send(response, { status: 403, type: 'text/plain', body: words.refused });
    const url = URL.parse(request.url ?? '/', `http://${host}`);
    const seat = readSeat(url?.searchParams ?? new URLSearchParams(), parts.workspace.town);
    if (request.method === 'GET' && url?.pathname === '/changes')
      return tellChanges(parts.workspace, seat, response, stopping.signal);
    send(response, await answerRequest(request, url, seat, parts));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      const reference = parts.report(fault);
      send(response, { status: 500, type: 'text/plain', body: `${words.failed} (${reference})` });
    });
  });
  try {
    await once(server.listen({ host, port }), 'listening');
  } catch (cause) {
    const message = `the page cannot be served on port ${port}: free it, or set PORT to another, such as PORT=${port + 1}`;
    throw new Fault('ConfigFault', 'address', message, { cause });
  }
  return {
    url: `http://${host}:${portOf()}`,
    stop: async () => {
      stopping.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(response: ServerResponse, { status, type, body }: PageReply): void {
  if (response.headersSent) return void response.destroy();
  const isText = typeof body === 'string';
  const full = isText ? `${type}; charset=utf-8` : type;
  response.writeHead(status, { ...headers, 'content-type': full }).end(body);
}
