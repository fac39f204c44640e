import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { z } from 'zod';

const started = z.object({ request: z.instanceof(ClientRequest) });

/** In milliseconds, by host and port. */
const limits = new Map<string, number>();

/**
 * From now on a request to a host ends with an error when nothing was heard for so long. Google's client cannot do that: the time limit that it can be given is one that
 * what it sends its requests with does not read (googleapis/google-cloud-node#7998; node-fetch 3). `address`: as in "https://bigquery.googleapis.com".
 */
export function limitRequests(address: string, limitMs: number): void {
  if (limits.size === 0) subscribe('http.client.request.start', limit);
  limits.set(new URL(address).host, limitMs);
}

function limit(message: unknown): void {
  const { request } = started.parse(message);
  const limitMs = limits.get(String(request.getHeader('host')));
  if (limitMs === undefined) return;
  request.setTimeout(limitMs, () => {
    request.destroy(new Error('nothing was heard of the request'));
  });
}
