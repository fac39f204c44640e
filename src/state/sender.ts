import type { Message } from './message.ts';

/**
 * What came of a post. `reason`: a short code, such as Slack's own or the network's; never a text of anybody.
 *
 * - `posted`: Slack said so, and named it `ts`.
 * - `notPosted`: surely not, but it may work later. `ratelimited` (429, with its Retry-After as `retryAfterMs`), `service_unavailable`, no connection made,
 *   no such host.
 * - `refused`: surely not, and never will be: `is_archived channel_not_found not_in_channel token_revoked account_inactive`, or a content that Slack rejects.
 * - `unknown`: it may have been. The time ran out, the connection broke after the request was sent, or Slack failed meanwhile: of `fatal_error` and
 *   `internal_error` it says that part of the work may have been done, and an HTTP 5xx without Slack's own words says nothing. Where in doubt, this one.
 */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly ts: string }
  | {
      readonly kind: 'notPosted';
      readonly reason: string;
      readonly retryAfterMs: number | undefined;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Whether a message was found in Slack. `notFound` proves nothing: a slow post may still arrive. */
type FindOutcome = { readonly kind: 'found'; readonly ts: string } | { readonly kind: 'notFound' };

/** Whatever posts messages. Neither of the two throws, and both end well within a lease. */
export type Sender = {
  /** Posts a message, once: it never tries again by itself. */
  post(message: Message): Promise<PostOutcome>;
  /** Looks for a message that may have been posted. It may take its time, and try again while Slack cannot be reached: nobody looks a second time. */
  find(message: Message): Promise<FindOutcome>;
};
