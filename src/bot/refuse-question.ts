import type { Room } from '#src/access/room.ts';
import type { WordsPost } from '#src/post.ts';
import type { AskingParts } from './asking-parts.ts';
import { audienceOf } from './audience.ts';
import type { Question } from './question.ts';
import { say, type Said } from './said.ts';

/** Why not, and what is said. `decision`: the kind of a refusal, `reason`: more closely, `ask`: the question as the program writes it, where it was understood: all for the audit. */
export type Refused = {
  readonly question: Pick<Question, 'key' | 'asker'>;
  readonly room: Room;
  readonly decision: string;
  readonly reason: string | undefined;
  readonly ask: string | undefined;
  readonly post: WordsPost;
};

/** Records a refusal and has it told, once, however often the question was delivered. Throws `StoreFault`. */
export async function refuseQuestion(
  { question: { key, asker }, room, decision, reason, ask, post }: Refused,
  { store }: Pick<AskingParts, 'store'>,
): Promise<Said> {
  const actor = { kind: 'person', id: asker } as const;
  const audit = {
    actor,
    decision,
    channel: audienceOf(room),
    ...(reason === undefined ? {} : { reason }),
    ...(ask === undefined ? {} : { ask }),
  };
  const isNew = await store.change(async ({ inbox, answers }) => {
    if (!(await inbox.accept(key, { actor }))) return false;
    await answers.record('answer.refused', key, audit);
    return true;
  });
  return say(post, !isNew);
}
