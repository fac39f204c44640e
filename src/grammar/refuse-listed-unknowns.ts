import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Draft, Unknown } from '#src/grammar/draft.ts';
import { finders } from '#src/grammar/finders.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { gapBefore, typedOf } from '#src/grammar/passage.ts';
import { noMode, noPlace } from '#src/grammar/problems.ts';
import { spot } from '#src/grammar/spot.ts';

/** Refuses words that mean nothing and are the first of a list: "Kent and Medway" is not Medway. */
export function refuseListedUnknowns(draft: Draft, lexicon: Lexicon): void {
  for (const run of draft.unknown) {
    const kind = kindAfter(run, lexicon);
    const typed = typedOf(run.passage, run.from, run.to);
    if (kind === 'place') draft.problems.push(noPlace(typed, lexicon));
    if (kind === 'mode') draft.problems.push(noMode(typed, lexicon));
  }
}

/** What some words are joined to by "and", "+" or the like. */
function kindAfter({ passage, to }: Unknown, lexicon: Lexicon): 'place' | 'mode' | undefined {
  const joints = new Set(['and', 'vs']);
  const roleAt = (at: number) => roleOf(passage.words[at]?.folded ?? '')?.kind ?? '';
  const isJoined = joints.has(roleAt(to)) || gapBefore(passage, to).includes('+');
  if (!isJoined) return undefined;
  let at = to;
  while (joints.has(roleAt(at)) || small.has(roleAt(at))) at += 1;
  const kind = spot(passage, at, finders.anything, lexicon)?.kind;
  return kind === 'place' || kind === 'mode' ? kind : undefined;
}

const small = new Set(['filler', 'place']);
