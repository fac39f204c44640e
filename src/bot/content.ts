import { z } from 'zod';
import { post } from '#src/post.ts';

/** What was posted, as the state keeps it: the post, the release it was made from and its question as the program writes it. */
export const postedAnswer = z.strictObject({
  post,
  release: z.string(),
  question: z.string(),
});
export type PostedAnswer = Readonly<z.output<typeof postedAnswer>>;
