import type { Draft } from '#src/grammar/draft.ts';
import { notCut } from '#src/grammar/notes.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import type { Parsed } from '#src/grammar/parsed.ts';

/** What was read, with a note where the places before were cut by a kind of place and none of those said in their place can be. */
export function notedWhole(parsed: Parsed, before: Draft, said: Draft): Parsed {
  const [level] = before.every.flatMap((every) => every.level ?? []);
  if (parsed.kind === 'refused' || level === undefined || said.every.length > 0) return parsed;
  const { ask, notes } = parsed.reading;
  const areas = new Set(said.places.map(({ area }) => area));
  const isWhole = ask.command === 'compare' && ask.places.every((place) => areas.has(place));
  return isWhole
    ? { kind: 'read', reading: { ask, notes: [...notes, notCut(pluralOf(level))] } }
    : parsed;
}
