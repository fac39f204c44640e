import type { PersonId } from '#src/state/actor.ts';
import type { AskingParts } from './asking-parts.ts';
import { done, say, type Said } from './said.ts';
import { notSentAgain, sentAgain, wordsPost } from './say.ts';

type Resend = { readonly key: string; readonly asker: PersonId; readonly message: string };

/** Its owner has looked: a message that may have been posted was not, and is sent again. Throws `StoreFault`. */
export async function resendAnswer(
  { key, asker, message }: Resend,
  { store, bell }: Pick<AskingParts, 'store' | 'bell'>,
): Promise<Said> {
  const audit = { actor: { kind: 'person', id: asker } } as const;
  const outcome = await store.change(async ({ inbox, outbox }) => {
    if (!(await inbox.accept(key, audit))) return 'known';
    return (await outbox.resend(message, audit)) ? 'resent' : 'settled';
  });
  bell.ring();
  if (outcome === 'known') return done;
  return say(wordsPost(outcome === 'resent' ? sentAgain : notSentAgain));
}
