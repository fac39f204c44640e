import { roleOf } from '#src/grammar/connecting-words.ts';
import { isPuzzling } from '#src/grammar/expect.ts';
import { finders } from '#src/grammar/finders.ts';
import { spot } from '#src/grammar/spot.ts';
import type { Reader } from '#src/grammar/take.ts';

/** The first word from `at` that is not a small one without meaning. */
export function pastFillers(at: number, { passage }: Reader): number {
  const next = passage.words.findIndex(
    (word, i) => i >= at && roleOf(word.folded)?.kind !== 'filler',
  );
  return next < 0 ? passage.words.length : next;
}

/** Whether the next word means nothing, or only that it should be part of a place. */
export function isUnknownNext(at: number, reader: Reader): boolean {
  const next = pastFillers(at, reader);
  const spotted = spot(reader.passage, next, finders.anything, reader.lexicon);
  const isOther =
    spotted?.kind === 'role' &&
    (spotted.role.kind === 'dateLike' ||
      spotted.role.kind === 'timeLike' ||
      spotted.role.kind === 'modeLike');
  return next < reader.passage.words.length && !isOther && isPuzzling(spotted);
}
