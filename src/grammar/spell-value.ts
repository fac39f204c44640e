import type { Area } from '#src/area.ts';
import type { Gazetteer } from '#src/grammar/gazetteer.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';

/** A value as it is typed after a key: in quotation marks unless it is one plain word. */
export function spellValue(value: string): string {
  const isPlain = /^[\p{L}\p{N}-]+$/u.test(value);
  return isPlain ? value : `"${value.replace(/["“”„«»]/g, ' ')}"`;
}

/** As much as a question can hold beside its other words. */
const longestList = 380;

/** Places in one value, with `mark` between them: by name, or by code where the names are too long for one question. */
export function spellList(areas: readonly Area[], mark: ',' | '+', gazetteer: Gazetteer): string {
  const names = areas.map((area) => spellValue(spellPlace(area, gazetteer))).join(mark);
  return names.length > longestList ? areas.map(({ code }) => spellValue(code)).join(mark) : names;
}
