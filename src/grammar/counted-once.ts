import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import { countedOnce as sayCountedOnce } from '#src/grammar/notes.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';

/** A group of places without those that lie within another of it, and a note for each of these. */
export function countedOnce(
  group: readonly Area[],
  { gazetteer, vocabulary }: Lexicon,
): { readonly places: readonly Area[]; readonly notes: readonly string[] } {
  const all = distinct(group);
  const outerOf = (area: Area) =>
    ancestorsOf(area, gazetteer.areas).find((above) => all.includes(above));
  return {
    places: all.filter((area) => outerOf(area) === undefined),
    notes: all.flatMap((area) => {
      const outer = outerOf(area);
      return outer === undefined
        ? []
        : [sayCountedOnce(spokenName(area, vocabulary), spokenName(outer, vocabulary))];
    }),
  };
}
