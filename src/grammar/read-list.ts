import { isPuzzling } from '#src/grammar/expect.ts';
import { isList } from '#src/grammar/joint.ts';
import type { Key } from '#src/grammar/keys.ts';
import { listedBy } from '#src/grammar/listed-by.ts';
import { gapBefore } from '#src/grammar/passage.ts';
import { readValue } from '#src/grammar/read-value.ts';
import { finders } from '#src/grammar/finders.ts';
import { spot } from '#src/grammar/spot.ts';
import type { Reader } from '#src/grammar/take.ts';

/** Reads the value of a key, or the several that a list of places or kinds of transport holds. Returns where it ends. */
export function readList(key: Key, reader: Reader): number {
  let to = readValue(key, 0, reader);
  for (let at = nextOf(key, to, reader); at !== undefined; at = nextOf(key, to, reader))
    to = readValue(key, at, reader);
  return to;
}

/** Where one more value stands, after a comma, a plus or "and". */
function nextOf(key: Key, end: number, reader: Reader): number | undefined {
  const { passage } = reader;
  const isAnd = passage.words[end]?.folded === 'and';
  const at = isAnd ? end + 1 : end;
  const isJoined = isAnd || /[,;+/]/.test(gapBefore(passage, at));
  return at < passage.words.length && isJoined && mayBeOneMore(key, at, reader) ? at : undefined;
}

/** Nothing is repaired into one more of a list that means something else as it stands. */
function mayBeOneMore(key: Key, at: number, { passage, lexicon, draft }: Reader): boolean {
  const kind = listedBy(key);
  // What follows two dates is no place.
  if (kind === undefined || (key === 'between' && draft.places.at(-1)?.slot !== 'between'))
    return false;
  const own = kind === 'place' ? finders.named : finders.namedMode;
  if (isList(gapBefore(passage, at)) && spot(passage, at, own, lexicon) !== undefined) return true;
  const spotted = spot(passage, at, finders.anything, lexicon);
  return isPuzzling(spotted) || spotted?.kind === kind;
}
