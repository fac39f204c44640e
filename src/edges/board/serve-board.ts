import type { IncomingMessage } from 'node:http';
import type { Headers } from '#src/board/read-viewer.ts';
import { words } from '#src/board/words.ts';
import { Fault } from '#src/fault.ts';
import { plainReply, type Reply } from '#src/http/reply.ts';
import { serve, type Served } from '#src/http/serve.ts';
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
  readonly answer: (look: ProxiedLook) => Promise<Reply>;
  readonly report: (fault: unknown) => string;
  readonly clock: Clock;
};

const strangersApartMs = 600_000;

/** Serves the dashboard to the proxy alone. Throws `ConfigFault` `address` where the port cannot be had. */
export function serveBoard(serving: BoardServing): Promise<Served> {
  const { host, port, report } = serving;
  const reportStranger = makeReportStranger(serving);
  return serve({
    host,
    port,
    connects: 'none',
    answer: (request) => reply(request, serving, reportStranger),
    report,
    failed: words.failed,
    unable: `the dashboard cannot be served on ${host}, port ${port}: free it, or set another under board in mobility.config.yml`,
  });
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
): Promise<Reply> {
  if (!isProxy(headersDistinct[secretHeader], secret)) {
    reportStranger();
    return plainReply(403, words.notProxied);
  }
  if (method !== 'GET' && method !== 'HEAD') return plainReply(405, words.readOnly);
  const url = URL.parse(path, 'http://board.invalid');
  return url === null ? plainReply(400, words.nothing) : answer({ url, headers: headersDistinct });
}
