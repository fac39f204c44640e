import type { SentRequest } from '#test/support/slack/fake-slack.ts';

/** A command, signed and ready to be sent. `url`: the `response_url` in it. */
export type Packed = {
  readonly request: SentRequest;
  readonly channel: string;
  readonly url: string;
};

/**
 * What the fake saw. `posted`: messages in the channels of the bench. `told`: the addresses at which somebody was told something at once; `notices`: how many direct
 * messages told somebody something later; `words`: what both said, by first sentence. `calls`: by method, those that failed with their error.
 */
export type Seen = {
  readonly posted: readonly { readonly channel: string; readonly atMs: number }[];
  readonly told: readonly string[];
  readonly notices: number;
  readonly words: Readonly<Record<string, number>>;
  readonly calls: Readonly<Record<string, number>>;
  readonly orphans: number;
};

/** What the bench asks of a fake Slack in a process of its own; each order is answered by the report of its kind. */
export type FakeOrder =
  | { readonly kind: 'pack'; readonly questions: readonly string[] }
  | { readonly kind: 'look' };

export type FakeReport =
  | {
      readonly kind: 'open';
      readonly apiUrl: string;
      readonly token: string;
      readonly signingSecret: string;
      readonly channels: readonly string[];
    }
  | { readonly kind: 'pack'; readonly packed: readonly Packed[] }
  | { readonly kind: 'look'; readonly seen: Seen };
