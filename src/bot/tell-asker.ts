import { Fault } from '#src/fault.ts';
import type { WordsPost } from '#src/post.ts';
import type { AskingParts } from './asking-parts.ts';
import { tellLater, type Listener } from './tell-later.ts';

/** Somebody who can be told something at once. `tell`: how; throws `SlackFault`. */
export type Asker = Listener & { readonly tell: (post: WordsPost) => Promise<void> };

/** Tells somebody something at once, or where Slack does not take it, in a direct message as soon as it does. Throws `StoreFault`. */
export async function tellAsker(asker: Asker, post: WordsPost, parts: AskingParts): Promise<void> {
  try {
    await asker.tell(post);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    parts.report(fault);
    await tellLater(asker, post, parts);
  }
}
