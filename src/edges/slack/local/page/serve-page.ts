import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainReply, type Reply } from '#src/http/reply.ts';
import { serve, type Served } from '#src/http/serve.ts';
import { answerRequest, type PageParts } from './answer-request.ts';
import { isOwn } from './is-own.ts';
import { readSeat } from './seat.ts';
import { tellChanges } from './tell-changes.ts';
import { words } from './words.ts';

const host = '127.0.0.1';

/** Serves the page to this computer alone. Throws `ConfigFault` `address` where the port cannot be had. */
export async function servePage(parts: PageParts, port: number): Promise<Served> {
  const stopping = new AbortController();
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Reply | undefined> => {
    if (!isOwn(request)) return plainReply(403, words.refused);
    const url = URL.parse(request.url ?? '/', `http://${host}`);
    const seat = readSeat(url?.searchParams ?? new URLSearchParams(), parts.workspace.town);
    if (request.method !== 'GET' || url?.pathname !== '/changes')
      return answerRequest(request, url, seat, parts);
    tellChanges(parts.workspace, seat, response, stopping.signal);
    return undefined;
  };
  const served = await serve({
    host,
    port,
    connects: 'self',
    answer,
    report: parts.report,
    failed: (reference) => `${words.failed} (${reference})`,
    unable: `the page cannot be served on port ${port}: free it, or set PORT to another, such as PORT=${port + 1}`,
  });
  return {
    url: served.url,
    stop: () => {
      stopping.abort();
      return served.stop();
    },
  };
}
