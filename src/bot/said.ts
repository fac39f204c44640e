import type { WordsPost } from '#src/post.ts';

/** What is to be told to the asker alone. `done`: nothing; the answer is on its way, or the delivery came before. */
export type Said = { readonly kind: 'said'; readonly post: WordsPost } | { readonly kind: 'done' };

export const done: Said = { kind: 'done' };
