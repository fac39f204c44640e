import { roleOf } from '#src/grammar/connecting-words.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { readLevel } from '#src/grammar/read-level.ts';
import { readPlace } from '#src/grammar/read-place.ts';
import { readWhen } from '#src/grammar/read-when.ts';
import type { Reader } from '#src/grammar/take.ts';
import { secondDateNeeded } from '#src/refusal.ts';

/** Reads what stands after "between": two dates, two or more places, or the places of a level. */
export function readBetween(at: number, reader: Reader): number | undefined {
  const end = readWhen('since', at, reader);
  if (end !== undefined) return readSecond(at, end, reader);
  return readPlace('between', at, reader) ?? readLevel(at, 'between', reader);
}

/** The other date, past "and", "to" or a mark; a month or the like has both its ends in itself. */
function readSecond(at: number, end: number, reader: Reader): number {
  const kind = roleOf(reader.passage.words[end]?.folded ?? '')?.kind;
  const next = kind === 'and' || kind === 'to' || kind === 'until' ? end + 1 : end;
  const to = readWhen('until', next, reader);
  if (to !== undefined) return to;
  const wish = reader.draft.since.at(-1);
  if (wish?.kind === 'period' && wish.from !== wish.to) {
    reader.draft.until.push(wish);
    return end;
  }
  const typed = typedOf(reader.passage, at, end);
  reader.draft.problems.push((suggest) => secondDateNeeded(typed, suggest.period));
  return end;
}
