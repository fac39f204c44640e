import { Fault } from '#src/fault.ts';
import type { WordsPost } from '#src/post.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { AskingParts } from './asking-parts.ts';

const teller: AuditContext = { actor: { kind: 'program', name: 'the office' } };

/** Where one person can be told something at once. `key`: of the delivery that they are told about. */
export type Asker = {
  readonly key: string;
  readonly asker: PersonId;
  readonly responseUrl: string;
};

/** Tells somebody something at once, or where Slack does not take it, in a direct message as soon as it does. Throws `StoreFault`. */
export async function tellAsker(
  { key, asker, responseUrl }: Asker,
  post: WordsPost,
  { slack, store, clock, report, bell }: AskingParts,
): Promise<void> {
  try {
    await slack.respond(responseUrl, post);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    report(fault);
    const { message, next } = post;
    await store.change(({ outbox }) =>
      outbox.put(
        {
          key: `notice:words:${key}`,
          kind: 'notice',
          channel: asker,
          owner: asker,
          body: { kind: 'words', message, next },
          due: clock(),
        },
        teller,
      ),
    );
    bell.ring();
  }
}
