import type { Reading } from '#src/grammar/ask.ts';
import type { Refusal } from '#src/refusal.ts';

/** What became of a text: one understood question, or the reason why not. */
export type Parsed =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
