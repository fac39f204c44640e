import type { Area } from '#src/area.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import { spellValue } from '#src/grammar/spell-value.ts';
import { usualPlace } from '#src/grammar/usual-event.ts';

/** What a question may lack at its end: nothing, a place, two of them, or another to hold the first against. About `places` where given. */
export function endingsAbout(places: readonly Area[], lexicon: Lexicon): readonly string[] {
  const [one, another] = [...places, ...usualPlaces(lexicon)].map((area) =>
    spellValue(spellPlace(area, lexicon.gazetteer)),
  );
  if (one === undefined) return [''];
  return another === undefined
    ? ['', ` region:${one}`]
    : ['', ` region:${one}`, ` region:${one},${another}`, ` vs:${another}`, ` vs:${one}`];
}

/** A place that examples are made of, and another beside it. */
export function usualPlaces(lexicon: Lexicon): readonly Area[] {
  const place = usualPlace(lexicon);
  const others = [...lexicon.gazetteer.areas.values()].filter((area) => area !== place);
  const beside = others.find(({ parent }) => parent === place?.parent) ?? others[0];
  return [place, beside].filter((area) => area !== undefined);
}
