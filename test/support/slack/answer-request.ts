import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SlackFailure } from './fake-slack.ts';
import type { World } from './world.ts';

/** A whole HTTP answer. `error`: why it is no good one. */
export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly error?: string | undefined;
};

/** A JSON answer. */
export function replyJson(
  value: { readonly ok: boolean; readonly error?: string },
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
    error: value.error,
  };
}

/** The answer to a caller who is too early. */
export function replyLater(seconds: number): Reply {
  return replyJson({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(seconds) });
}

/** Does the work of a request and answers it, or does to it what the next fault of `name` says; and writes it down. */
export async function answerRequest(
  world: World,
  name: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  work: () => Reply | Promise<Reply>,
): Promise<void> {
  const atMs = world.clock();
  const fault = world.faults.take(name);
  const instead = fault === undefined ? undefined : replyInstead(fault);
  const isLost = fault !== undefined && instead === undefined;
  const isBefore = fault?.kind === 'hang' || fault?.kind === 'reset';
  const reply = instead ?? (isBefore ? undefined : await work());
  const error = reply === undefined ? fault?.kind : reply.error;
  world.calls.push({
    method: name,
    atMs,
    ok: error === undefined,
    ...(error !== undefined && { error }),
  });
  if (fault?.kind === 'reset' || fault?.kind === 'resetAfter') request.socket.destroy();
  if (!isLost && reply !== undefined)
    response.writeHead(reply.status, reply.headers).end(reply.body);
}

function replyInstead(fault: SlackFailure): Reply | undefined {
  switch (fault.kind) {
    case 'error':
      return replyJson({ ok: false, error: fault.error });
    case 'http':
      return {
        status: fault.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><html><head><title>Server Error | Slack</title></head></html>',
        error: `http ${fault.status}`,
      };
    case 'ratelimited':
      return replyLater(fault.retryAfterS);
    case 'hang':
    case 'hangAfter':
    case 'reset':
    case 'resetAfter':
      return undefined;
    default:
      return fault satisfies never;
  }
}
