import { expect } from '#src/grammar/expect.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { type Reader, takeWhen } from '#src/grammar/take.ts';

/** Reads a date or an event from `at`, if one stands there. */
export function readWhen(slot: 'since' | 'until', at: number, reader: Reader): number | undefined {
  const hit = expect('when', at, reader);
  if (hit?.spotted.kind !== 'date' && hit?.spotted.kind !== 'event') return undefined;
  const to = hit.from + hit.spotted.length;
  takeWhen(slot, hit.spotted, typedOf(reader.passage, hit.from, to), reader);
  return to;
}
