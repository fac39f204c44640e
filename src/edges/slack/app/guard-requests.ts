import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, isRawBodyError, type BufferedIncomingMessage } from '@slack/bolt';
import { eventsPath } from './names.ts';
import type { Tell } from './tell.ts';

const bodyLimit = 256 * 1024;
const mostAheadMs = 300_000;

type Guard = {
  readonly isStopping: () => boolean;
  readonly tell: Tell;
  readonly clock: () => Date;
};

/**
 * Lets through to Bolt what may be a delivery, and answers the rest. Bolt checks the signature and refuses a timestamp more than five minutes old; one as far ahead is
 * refused here (401), for Bolt takes it, and so is a body of more than 256 KiB (413) and one that is no object (400), which would end the process.
 */
export function guardRequests(toBolt: RequestListener, guard: Guard): RequestListener {
  return (request, response) => {
    response.once('finish', () => tellRefusal(response.statusCode, guard.tell));
    const route = `${request.method} ${request.url?.split('?', 1)[0]}`;
    if (route === 'GET /healthz') return end(response, guard.isStopping() ? 503 : 200);
    if (route !== `POST ${eventsPath}`) return end(response, 404);
    if (isAhead(request, guard.clock())) return end(response, 401);
    void readBody(request).then((status) =>
      status === undefined ? toBolt(request, response) : end(response, status),
    );
  };
}

/** What was not read of the request must not be taken for the next one. */
function end(response: ServerResponse, status: number): void {
  response.writeHead(status, status < 400 ? {} : { connection: 'close' }).end();
}

function isAhead({ headers }: IncomingMessage, now: Date): boolean {
  const sentMs = Number(headers['x-slack-request-timestamp']) * 1000;
  return sentMs > now.getTime() + mostAheadMs;
}

/** Reads the body to where Bolt finds it. Undefined: it may go to Bolt; else the status to refuse it with. */
async function readBody(request: IncomingMessage): Promise<number | undefined> {
  try {
    const read = await HTTPModuleFunctions.bufferIncomingMessage(request, bodyLimit);
    return holdsObject(read) ? undefined : 400;
  } catch (error) {
    return isRawBodyError(error) ? error.statusCode : 400;
  }
}

/** Text that cannot be parsed is left to Bolt, which looks at the signature first. */
function holdsObject(request: BufferedIncomingMessage): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body);
  } catch {
    return true;
  }
}

/** Somebody tries the address, or the signing secret is not the app's: the operator should know, at most once a minute. */
function tellRefusal(status: number, tell: Tell): void {
  if (status === 401)
    tell(
      'unsigned',
      'a request without a valid signature, or of another time, was refused: compare the signing secret and the clock',
    );
  if (status === 400 || status === 413)
    tell('unreadable', 'a delivery is not as Slack documents it');
}
