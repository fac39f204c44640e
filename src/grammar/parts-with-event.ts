import type { Area } from '#src/area.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import { forEachPart } from '#src/grammar/notes.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Sorted } from '#src/grammar/sort-places.ts';

/** Places to answer for one by one, and the note that says why. */
export type Split = { readonly places: readonly Area[]; readonly note: string };

/** The parts of the one place asked about, where an event that it is asked about since has different dates in them. */
export function partsWithEvent(sorted: Sorted, { draft, lexicon }: Asked): Split | undefined {
  const [wish, another] = [...draft.since, ...draft.bare];
  if (sorted.kind !== 'line' || sorted.origins.length > 0 || another !== undefined)
    return undefined;
  const [place, second] = distinct(draft.places.map(({ area }) => area));
  const isPlain = draft.grains.every((grain) => grain === 'week') && draft.against.length === 0;
  if (place === undefined || second !== undefined || wish?.kind !== 'event' || !isPlain)
    return undefined;
  const { gazetteer, vocabulary } = lexicon;
  const found = eventInPlace(wish.slug, place, vocabulary.events, gazetteer.areas);
  if (found.kind !== 'within' || new Set(found.events.map(({ date }) => date)).size < 2)
    return undefined;
  const places = distinct(found.events.flatMap(({ area }) => gazetteer.areas.get(area) ?? []));
  const levels = new Set(places.map(({ level }) => level));
  const what = levels.size === 1 ? [...levels].join('') : 'place';
  return places.length < 2
    ? undefined
    : { places, note: forEachPart(spokenName(place, vocabulary), wish.slug, what) };
}
