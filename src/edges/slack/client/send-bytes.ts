import { z } from 'zod';
import { attempt, type Attempt } from './attempt.ts';
import { readWords } from './failure.ts';

/** A request to an address that Slack gave. `type`: of the body. */
export type Sent = {
  readonly address: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
};

/** Sends it once, without the token: who knows the address may. What Slack says against it is a failure, in JSON, as a bare word or as an HTTP error. Never rejects. */
export async function sendBytes(sent: Sent, timeoutMs: number): Promise<Attempt<undefined>> {
  const tried = await attempt(async () => {
    const response = await fetch(sent.address, {
      method: 'POST',
      headers: { 'content-type': sent.type },
      body: sent.body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      status: response.status,
      wait: response.headers.get('retry-after'),
      body: await response.text(),
    };
  });
  if (tried.kind === 'failed') return tried;
  const { status, wait, body } = tried.value;
  if (status === 429)
    return { kind: 'failed', failure: { kind: 'ratelimited', retryAfterMs: readWait(wait) } };
  const said = readWords(readBody(body));
  if (status === 200 && isFine(body)) return { kind: 'done', value: undefined };
  return { kind: 'failed', failure: said ?? { kind: 'unavailable' } };
}

/** `ok`, `OK - 1024`, `{"ok":true}`; neither a page nor an error. */
function isFine(body: string): boolean {
  if (body.trimStart().startsWith('<')) return false;
  return !refusal.safeParse(readBody(body)).success;
}

const refusal = z.object({ ok: z.literal(false) });

const readWait = (seconds: string | null): number | undefined =>
  seconds !== null && /^\d{1,5}$/u.test(seconds) ? Number(seconds) * 1000 : undefined;

/** A bare word is read as an error. */
function readBody(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed;
  } catch {
    return { error: body.trim() };
  }
}
