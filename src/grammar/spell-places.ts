import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { partsOf } from '#src/grammar/parts-of.ts';
import { topPlaces } from '#src/grammar/top-places.ts';
import { spellList, spellValue } from '#src/grammar/spell-value.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** The shortest text for places side by side: all of them, those of a level in a place, or a list. */
export function spellPlaces(places: readonly Area[], vocabulary: Vocabulary): string {
  const { gazetteer } = lexiconOf(vocabulary);
  if (areSame(places, topPlaces(vocabulary.areas))) return 'region:all';
  const list = `region:${spellList(places, ',', gazetteer)}`;
  const levels = new Set(places.map(({ level }) => level));
  const [first] = places;
  if (first === undefined || places.length < 4) return list;
  const above = [undefined, ...ancestorsOf(first, gazetteer.areas)];
  for (const level of levels)
    for (const place of above)
      if (areSame(places, partsOf(place, level, vocabulary.areas)))
        return `region:${place === undefined ? 'all' : spellValue(spellPlace(place, gazetteer))} by:${spellValue(level)}`;
  return list;
}

function areSame(some: readonly Area[], others: readonly Area[]): boolean {
  return some.length === others.length && some.every((area, i) => area === others[i]);
}
