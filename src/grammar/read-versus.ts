import { roleOf } from '#src/grammar/connecting-words.ts';
import { finders } from '#src/grammar/finders.ts';
import { phraseOf, typedOf } from '#src/grammar/passage.ts';
import { readPlace } from '#src/grammar/read-place.ts';
import { spot } from '#src/grammar/spot.ts';
import { type Reader, takeMode } from '#src/grammar/take.ts';
import { unknownAgainst } from '#src/refusal.ts';

const skipped = new Set(['place', 'from', 'to', 'mode', 'filler']);

/** Periods that name the year before only after "vs" and the like. */
const yearBefore = new Set(['last year', 'previous year']);

/** Reads what something is held against from `at`: the weeks before, the same weeks a year before, or another place. */
export function readVersus(at: number, reader: Reader): number | undefined {
  for (let from = at; from < reader.passage.words.length; from += 1) {
    const to =
      readAgainst(from, reader) ??
      refuseDate(from, reader) ??
      readPlace('vs', from, reader) ??
      readOtherMode(from, reader);
    if (to !== undefined) return to;
    const word = reader.passage.words[from]?.folded ?? '';
    if (!skipped.has(roleOf(word)?.kind ?? '')) return undefined;
  }
  return undefined;
}

function readAgainst(at: number, { passage, lexicon, draft }: Reader): number | undefined {
  if (yearBefore.has(phraseOf(passage, at, at + 2))) {
    draft.against.push('lastYear');
    return at + 2;
  }
  const spotted = spot(passage, at, finders.anything, lexicon);
  const role = spotted?.kind === 'role' ? spotted.role : undefined;
  const against =
    role?.kind === 'against' ? role.against : role?.kind === 'before' ? 'before' : undefined;
  if (spotted === undefined || against === undefined) return undefined;
  draft.against.push(against);
  return at + spotted.length;
}

/** Nothing is held against a period of one's own choice. */
function refuseDate(at: number, { passage, lexicon, draft }: Reader): number | undefined {
  const spotted = spot(passage, at, finders.anything, lexicon);
  if (spotted?.kind !== 'date') return undefined;
  const to = at + spotted.length;
  const typed = typedOf(passage, at, to);
  draft.problems.push((suggest) => unknownAgainst(typed, suggest.trend({ against: 'lastYear' })));
  return to;
}

/** "rail vs bus" sets kinds of transport side by side. */
function readOtherMode(at: number, reader: Reader): number | undefined {
  const { draft, passage, lexicon } = reader;
  const spotted =
    draft.modes.length > 0 ? spot(passage, at, finders.namedMode, lexicon) : undefined;
  if (spotted?.kind !== 'mode') return undefined;
  const to = at + spotted.length;
  takeMode(spotted, { typed: typedOf(passage, at, to), joint: 'and' }, reader);
  draft.grains.push('mode');
  return to;
}
