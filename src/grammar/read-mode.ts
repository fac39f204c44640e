import { expect } from '#src/grammar/expect.ts';
import { type Reader, standing, takeMode } from '#src/grammar/take.ts';

/** Reads a kind of transport from `at`, if one stands there. */
export function readMode(at: number, reader: Reader): number | undefined {
  const hit = expect('mode', at, reader);
  if (hit?.spotted.kind !== 'mode') return undefined;
  const to = hit.from + hit.spotted.length;
  takeMode(hit.spotted, standing(hit.from, to, reader), reader);
  return to;
}
