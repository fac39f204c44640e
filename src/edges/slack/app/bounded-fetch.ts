import { isHookAddress } from '../client/slack-address.ts';

const timeoutMs = 5000;

/** A `fetch` for `response_url`: to Slack's own addresses, without redirects, within five seconds. Rejects elsewhere. `apiUrl`: on loopback for tests. */
export const makeBoundedFetch =
  (apiUrl: string): typeof globalThis.fetch =>
  async (url, init) => {
    if (typeof url !== 'string' || !isHookAddress(url, apiUrl))
      throw new Error('not an address of Slack');
    return fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  };
