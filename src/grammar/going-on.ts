import { endingsAbout, usualPlaces } from '#src/grammar/endings.ts';
import type { GoingOn } from '#src/grammar/fit.ts';
import type { Key } from '#src/grammar/keys.ts';
import { listedBy } from '#src/grammar/listed-by.ts';
import type { Option } from '#src/grammar/option.ts';
import type { Site } from '#src/grammar/site.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import { spellValue } from '#src/grammar/spell-value.ts';

/** How a question may go on after a value of a key: with one more of its kind, or with what the rest lacks. */
export function goingOn(option: Option, key: Key, site: Site): GoingOn {
  return {
    others: listedBy(key) === undefined ? [] : othersLike(option, site),
    endings: endingsOf(option, site),
  };
}

/** A value that holds in some places may need one of them, where none is named. */
function endingsOf(
  { places: held = [] }: Option,
  { rest, isPlaced, lexicon }: Site,
): readonly string[] {
  if (rest === undefined) return [];
  if (isPlaced) return [rest.ending];
  const about = endingsAbout(held, lexicon);
  return rest.ending !== '' && held.length === 0 ? [rest.ending] : about.slice(0, 3);
}

/** One or two values that may stand in a list with this one. */
function othersLike({ kind, insert }: Option, { lexicon }: Site): readonly string[] {
  const { vocabulary, gazetteer } = lexicon;
  switch (kind) {
    case 'place':
      return usualPlaces(lexicon)
        .map((area) => spellValue(spellPlace(area, gazetteer)))
        .filter((other) => other !== insert);
    case 'mode':
      return vocabulary.modes
        .map(({ value }) => spellValue(value))
        .filter((other) => other !== insert)
        .slice(0, 1);
    case 'event':
    case 'date':
      return [vocabulary.lastDay];
    case 'level':
    case 'word':
      return [];
    default:
      return kind satisfies never;
  }
}
