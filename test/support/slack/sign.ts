import { createHmac } from 'node:crypto';

/** The headers by which Slack proves that a request is its own. `atMs`: when it was sent. */
export function sign(
  secret: string,
  body: string,
  atMs: number,
): { readonly 'x-slack-request-timestamp': string; readonly 'x-slack-signature': string } {
  const seconds = String(Math.floor(atMs / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${digest}` };
}
