import type { PersonId } from '#src/state/actor.ts';
import type { AskingParts } from './asking-parts.ts';
import { say, type Said } from './said.ts';
import { notValidHere, wordsPost } from './say.ts';

/** Somebody sent state that we did not seal for them, there: it is recorded, and they are told. Throws `StoreFault`. */
export async function refuseForged(
  { key, asker }: { readonly key: string; readonly asker: PersonId },
  { store }: Pick<AskingParts, 'store'>,
): Promise<Said> {
  const audit = { actor: { kind: 'person', id: asker }, decision: 'notSealed' } as const;
  const isNew = await store.change(async ({ inbox, answers }) => {
    if (!(await inbox.accept(key, audit))) return false;
    await answers.record('interaction.refused', key, audit);
    return true;
  });
  return say(wordsPost(notValidHere), !isNew);
}
