import type { WordsPost } from '#src/post.ts';

/** What is to be told to the asker alone; `isAgain`: the same delivery came before, and they were told. `done`: nothing, since the answer is on its way. */
export type Said =
  | { readonly kind: 'said'; readonly post: WordsPost; readonly isAgain: boolean }
  | { readonly kind: 'done' };

export const done: Said = { kind: 'done' };

/** Words that nobody was told yet. */
export const say = (post: WordsPost, isAgain = false): Said => ({ kind: 'said', post, isAgain });
