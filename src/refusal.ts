/**
 * A question we do not answer: a value, for the asker. `message` says what happened, `next` what to try.
 * Both are plain text: words of the asker appear only through `quoteAsker`.
 */
export type Refusal = {
  readonly kind: 'notUnderstood' | 'outOfRange' | 'notPermitted' | 'disclosive' | 'noData' | 'tooBroad' | 'busy';
  readonly message: string;
  readonly next: string;
};
