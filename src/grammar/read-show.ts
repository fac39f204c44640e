import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Reader } from '#src/grammar/take.ts';
import { notYet, unknownShow } from '#src/refusal.ts';

/** Reads how an answer is to be shown from `at`; what cannot be shown becomes a problem. */
export function readShow(at: number, { passage, draft }: Reader): number {
  const typed = passage.words[at]?.folded ?? '';
  const role = roleOf(typed);
  if (role?.kind === 'show') draft.shows.push(role.show);
  else if (role?.kind === 'later' && role.what === 'map')
    draft.problems.push((suggest) => notYet('map', typed, suggest.any));
  else draft.problems.push((suggest) => unknownShow(typed, suggest.table));
  return at + 1;
}
