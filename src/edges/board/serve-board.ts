import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoardReply } from '#src/board/answer-board.ts';
import type { Headers } from '#src/board/read-viewer.ts';
import { words } from '#src/board/words.ts';
import { Fault } from '#src/fault.ts';
import type { Clock } from '#src/state/store.ts';
import { isProxy } from './is-proxy.ts';

/** A look that came through the proxy. */
export type ProxiedLook = { readonly url: URL; readonly headers: Headers };

/** Where the dashboard listens, and what answers a look. `secret`: what the proxy must send in `secretHeader`. `report`: takes a fault to the operator and returns its reference. */
export type BoardServing = {
  readonly host: string;
  readonly port: number;
  readonly secretHeader: string;
  readonly secret: string;
  readonly answer: (look: ProxiedLook) => Promise<BoardReply>;
  readonly report: (fault: unknown) => string;
  readonly clock: Clock;
};

/** The dashboard while it is served. `stop` ends open connections too. */
export type ServedBoard = { readonly url: string; readonly stop: () => Promise<void> };

/** Nothing from elsewhere, no script but its own, and no other page around it; nothing is kept on the way. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** A quiet connection is kept for longer than proxies keep one, so that it is never us who close one that is about to be used. */
const limits = { headersTimeout: 5000, requestTimeout: 10_000, keepAliveTimeout: 65_000 };
const mostConnections = 200;
const strangersApartMs = 600_000;

const plain = (status: number, body: string): BoardReply => ({ status, type: 'text/plain', body });

/** Serves the dashboard to the proxy alone. Throws `ConfigFault` `address` where the port cannot be had. */
export async function serveBoard(serving: BoardServing): Promise<ServedBoard> {
  const { host, port, report } = serving;
  const reportStranger = makeReportStranger(serving);
  const server = createServer(limits, (request, response) => {
    reply(request, serving, reportStranger)
      .catch((fault: unknown) => plain(500, words.failed(report(fault))))
      .then((found) => send(response, found))
      .catch(report);
  });
  server.maxConnections = mostConnections;
  try {
    await once(server.listen({ host, port }), 'listening');
  } catch (cause) {
    const message = `the dashboard cannot be served on ${host}, port ${port}: free it, or set another under board in mobility.config.yml`;
    throw new Fault('ConfigFault', 'address', message, { cause });
  }
  // `as`: it listens on a port.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Tells the operator that somebody came without the secret, or with another: at most once in ten minutes, whoever comes. */
function makeReportStranger({ clock, report }: BoardServing): () => void {
  let last = -Infinity;
  return () => {
    const at = clock().getTime();
    if (at - last < strangersApartMs) return;
    last = at;
    const message =
      'the dashboard was asked for without the secret of the proxy, or with another: have both use the same BOARD_PROXY_SECRET, and let only the proxy reach the port; told at most every ten minutes';
    report(new Fault('ConfigFault', 'notProxied', message));
  };
}

async function reply(
  { method = '', url: path = '/', headersDistinct }: IncomingMessage,
  { secretHeader, secret, answer }: BoardServing,
  reportStranger: () => void,
): Promise<BoardReply> {
  if (!isProxy(headersDistinct[secretHeader], secret)) {
    reportStranger();
    return plain(403, words.notProxied);
  }
  if (method !== 'GET' && method !== 'HEAD') return plain(405, words.readOnly);
  const url = URL.parse(path, 'http://board.invalid');
  return url === null ? plain(400, words.nothing) : answer({ url, headers: headersDistinct });
}

function send(response: ServerResponse, { status, type, body, retryAfterS }: BoardReply): void {
  const full = typeof body === 'string' ? `${type}; charset=utf-8` : type;
  const later = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  response.writeHead(status, { ...headers, ...later, 'content-type': full }).end(body);
}
