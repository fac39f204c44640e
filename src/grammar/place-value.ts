import type { Area } from '#src/area.ts';
import type { Gazetteer } from '#src/grammar/gazetteer.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import { spellValue } from '#src/grammar/spell-value.ts';

/** What a place begins with, as it is typed. */
export const placeKey = 'region:';

/** A place as it is typed, such as `region:London`, in at most `longest` characters: by its code where its name is too long. */
export function placeValue(area: Area, gazetteer: Gazetteer, longest: number): string {
  const named = placeKey + spellValue(spellPlace(area, gazetteer));
  return named.length > longest ? placeKey + spellValue(area.code) : named;
}
