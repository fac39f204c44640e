import type { Slot } from '#src/grammar/draft.ts';
import { expect } from '#src/grammar/expect.ts';
import { typedOf } from '#src/grammar/passage.ts';
import type { Reader } from '#src/grammar/take.ts';

/** Reads every place of a level from `at`, if one is named there. */
export function readLevel(at: number, slot: Slot, reader: Reader): number | undefined {
  const hit = expect('level', at, reader);
  if (hit?.spotted.kind !== 'level') return undefined;
  const to = hit.from + hit.spotted.length;
  const typed = typedOf(reader.passage, hit.from, to);
  reader.draft.every.push({ level: hit.spotted.level, slot, typed });
  return to;
}
