import type { Named } from '#src/grammar/draft.ts';
import { expect } from '#src/grammar/expect.ts';
import { isUnknownNext, pastFillers } from '#src/grammar/next-word.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { readPlace } from '#src/grammar/read-place.ts';
import { refuseValue } from '#src/grammar/read-value.ts';
import { readWhen } from '#src/grammar/read-when.ts';
import { type Before, type Reader, takeWhen } from '#src/grammar/take.ts';
import { emptyValue } from '#src/refusal.ts';

/** "in …" must name a place, unless a date or another small word follows. */
export function readPlaceAfter(at: number, reader: Reader): number {
  return (
    readPeriodAfter(at, reader) ??
    readPlace('region', at, reader) ??
    (isUnknownNext(at, reader) ? refuseValue('region', pastFillers(at, reader), reader) : at)
  );
}

/** "in January 2022" */
function readPeriodAfter(at: number, reader: Reader): number | undefined {
  const hit = expect('date', at, reader);
  if (hit?.spotted.kind !== 'date') return undefined;
  const to = hit.from + hit.spotted.length;
  takeWhen('bare', hit.spotted, typedOf(reader.passage, hit.from, to), reader);
  return to;
}

/** "from" stands before the start of a period or before where trips start. */
export function readOrigin(at: number, reader: Reader): number {
  const { passage, draft } = reader;
  const found = readWhen('since', at, reader) ?? readPlace('origin', at, reader);
  if (found !== undefined) return found;
  if (at < passage.words.length)
    return refuseValue(startsWithFigure(at, reader) ? 'since' : 'origin', at, reader);
  draft.problems.push((suggest) => emptyValue('origin', suggest.any));
  return at;
}

function startsWithFigure(at: number, { passage }: Reader): boolean {
  return /^\d/.test(passage.words[at]?.folded ?? '');
}

/** "to" stands before the end of a period or before where trips end. "A to B" is from A to B. */
export function readTo(at: number, before: Before, reader: Reader): number {
  const end = readWhen('until', at, reader);
  if (end !== undefined) return end;
  const { places, every, commands } = reader.draft;
  const named = places.length + every.length;
  const isCompared = commands.some(({ command }) => command === 'compare');
  const to = readPlace(isCompared ? 'vs' : 'to', at, reader);
  const isAfterPlace = before !== undefined && before.key === 'region' && !before.keyed;
  if (to !== undefined && isAfterPlace && !isCompared && places.length + every.length > named)
    turnRound(places, places.length - 1);
  return (
    to ?? (isUnknownNext(at, reader) ? refuseValue('region', pastFillers(at, reader), reader) : at)
  );
}

/** The places right before "to", named without "in" or the like, are where trips start. */
function turnRound(places: Named[], end: number): void {
  for (let i = end - 1; i >= 0; i -= 1) {
    const place = places[i];
    if (place?.slot !== 'bare') return;
    places[i] = { ...place, slot: 'origin' };
    if (place.joint === undefined) return;
  }
}
