import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { partsOf } from '#src/grammar/parts-of.ts';

/** The level that flows are cut by unless another is asked for: the lowest that has areas below it; where none has, that of all. */
export function usualLevel(areas: readonly Area[]): string | undefined {
  const byCode = new Map(areas.toReversed().map((area) => [area.code, area]));
  const inner = new Set(areas.flatMap(({ parent }) => parent ?? []));
  const parents = areas
    .filter(({ code }) => !inner.has(code))
    .flatMap(({ parent = '' }) => byCode.get(parent) ?? []);
  const depth = (area: Area) => ancestorsOf(area, byCode).length;
  const deepest = parents.toSorted((a, b) => depth(b) - depth(a))[0];
  return (deepest ?? areas[0])?.level;
}

/** The country cut into places of `level`. Those that lie within `place` are it, once; one that holds more than `place` stays. */
export function flowParts(
  place: Area | undefined,
  level: string,
  { vocabulary, gazetteer }: Lexicon,
): readonly Area[] {
  const parts = partsOf(undefined, level, vocabulary.areas);
  if (place === undefined) return parts;
  const isWithin = (part: Area) => ancestorsOf(part, gazetteer.areas).includes(place);
  return distinct(parts.map((part) => (isWithin(part) ? place : part)));
}
