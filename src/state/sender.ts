import type { Claim, Message } from './message.ts';
import type { NoticeWords } from './notice.ts';
import type { Change } from './store.ts';

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
  | Refused
  | { readonly kind: 'unknown'; readonly reason: string };

/** It will never be posted. `refusal`: words for its owner, where there are some besides the reason. */
type Refused = {
  readonly kind: 'refused';
  readonly reason: string;
  readonly refusal?: NoticeWords;
};

/**
 * A message that has but to be posted. `content`: what will be, as JSON, kept with the message. `record`: what else is entered together with the begin of the post;
 * it may run more than once, but is kept once. `post`: posts it, once: it never tries again by itself.
 */
export type Ready = {
  readonly kind: 'ready';
  readonly content: unknown;
  readonly record: (change: Change) => Promise<void>;
  readonly post: () => Promise<PostOutcome>;
};

/** What came of the work before a post. */
export type Prepared = Ready | Exclude<PostOutcome, { readonly kind: 'posted' | 'unknown' }>;

/**
 * Enters the file that is about to be uploaded for a message; to be called once more when it is there. False: another worker has the message, or may have it, and
 * may have looked for the file before it was there: delete it, and stop. Throws `StoreFault`.
 */
export type KeepFile = (file: string) => Promise<boolean>;

/** Whether a message was found in Slack. `notFound` proves nothing: a slow post may still arrive. */
type FindOutcome = { readonly kind: 'found'; readonly ts: string } | { readonly kind: 'notFound' };

/** Whatever posts messages. Nothing here throws but what `keep` throws, and a preparation and a post together end well within a lease. */
export type Sender = {
  /** All that can be done before a post. A file that an earlier try left is deleted and dropped first; where this comes to nothing, its own too, if it can be. */
  prepare(message: Claim, keep: KeepFile): Promise<Prepared>;
  /** Looks for a message that may have been posted. It may take its time, and try again while Slack cannot be reached: nobody looks a second time. */
  find(message: Message): Promise<FindOutcome>;
};
