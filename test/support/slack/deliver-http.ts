import type { Delivered, SentRequest } from './fake-slack.ts';
import type { Parcel } from './payload.ts';
import { sign } from './sign.ts';

/** How long Slack waits for an acknowledgement. */
export const PATIENCE_MS = 3000;

/** What is known of a delivery before its acknowledgement is obeyed. */
export type Arrived = Omit<Delivered, 'complaints' | 'retry'>;

/** A parcel as an HTTP request: a form for commands and interactions, JSON for events. */
export function writeRequest({ kind, payload }: Parcel, secret: string, atMs: number): SentRequest {
  const json = JSON.stringify(payload);
  const fields = kind === 'interactive' ? { payload: json } : payload;
  const pairs = Object.entries(fields).map(([key, value]): [string, string] => [
    key,
    String(value),
  ]);
  const body = kind === 'events_api' ? json : new URLSearchParams(pairs).toString();
  const type = kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded';
  return {
    transport: 'http',
    body,
    headers: {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...sign(secret, body, atMs),
    },
  };
}

/** Sends a request to where the bot listens, and waits as long as Slack does. */
export async function sendHttp(url: string, request: SentRequest): Promise<Arrived> {
  const began = performance.now();
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: request.body,
      headers: { ...request.headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = await response.text();
    return {
      status: response.status,
      ackMs: performance.now() - began,
      ack: readAck(said, response.headers.get('content-type') ?? ''),
      timedOut: false,
      request,
    };
  } catch (error) {
    return {
      status: undefined,
      ackMs: performance.now() - began,
      ack: undefined,
      timedOut: error instanceof Error && error.name === 'TimeoutError',
      request,
    };
  }
}

function readAck(said: string, type: string): unknown {
  if (said === '') return undefined;
  if (!type.startsWith('application/json')) return said;
  const parsed: unknown = JSON.parse(said);
  return parsed;
}
