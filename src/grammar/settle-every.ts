import type { Area } from '#src/area.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import { partsOf } from '#src/grammar/parts-of.ts';
import { topPlaces } from '#src/grammar/top-places.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { endsOnly, givenTwice, levelAndPlaces, noPartsOf } from '#src/refusal.ts';
import { pluralOf } from '#src/grammar/level-words.ts';

/** The places that "all" or "by region" stands for: of a level inside the places named, or of the whole. */
export function settleEvery(asked: Asked): Settled<readonly Area[]> {
  const { draft, suggest, lexicon } = asked;
  const { areas } = lexicon.vocabulary;
  const [level, another] = new Set(draft.every.flatMap((every) => every.level ?? []));
  if (another !== undefined) return refused(givenTwice('by', suggest.any));
  const isEndsOnly = draft.places.every(({ slot }) => slot !== 'origin');
  const isGroup = draft.places.some(({ joint }) => joint === 'plus');
  const isBeside = [...draft.places, ...draft.every].some(({ slot }) => slot === 'vs');
  if (isBeside) return refused(levelAndPlaces(suggest.sideBySide([])));
  if (!isEndsOnly || isGroup) return refused(endsOnly(suggest.sideBySide([])));
  const named = distinct(draft.places.map(({ area }) => area));
  if (level === undefined) return settled(distinct([...topPlaces(areas), ...named]));
  const parts = distinct(
    (named.length === 0 ? [undefined] : named).flatMap((place) => partsOf(place, level, areas)),
  );
  return parts.length > 1
    ? settled(parts)
    : refused(noPartsOf(named[0]?.name, pluralOf(level), suggest.any));
}
