import { grainNamed, roleOf } from '#src/grammar/connecting-words.ts';
import { phraseOf, typedOf } from '#src/grammar/passage.ts';
import { readLevel } from '#src/grammar/read-level.ts';
import type { Reader } from '#src/grammar/take.ts';
import { notYet } from '#src/refusal.ts';

/** As in "day of the week". */
const longestGrain = 4;

/** Reads what an answer is to be shown by from `at`, if that stands there: weeks, days, kinds of transport, or places of a level. */
export function readBreakdown(at: number, reader: Reader): number | undefined {
  return readGrain(at, reader) ?? readLevel(at, 'bare', reader) ?? readLater(at, reader);
}

function readGrain(at: number, { passage, draft }: Reader): number | undefined {
  for (let length = longestGrain; length > 0; length -= 1) {
    const role = grainNamed(phraseOf(passage, at, at + length));
    if (role?.kind !== 'grain') continue;
    draft.grains.push(role.grain);
    return Math.min(at + length, passage.words.length);
  }
  return undefined;
}

function readLater(at: number, { passage, draft }: Reader): number | undefined {
  const typed = typedOf(passage, at, at + 1);
  const word = phraseOf(passage, at, at + 1);
  const role = roleOf(`by ${word}`) ?? roleOf(word);
  if (role?.kind !== 'later') return undefined;
  draft.problems.push((suggest) => notYet(role.what, typed, suggest.any));
  return at + 1;
}
