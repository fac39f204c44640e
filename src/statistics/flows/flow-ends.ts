import type { Area, AreaCode } from '#src/area.ts';
import type { FlowEnd } from '#src/flows-finding.ts';
import { listed } from '#src/grammar/listed.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { chainOf } from '#src/statistics/events-in-force.ts';
import { type AreaTree, isElsewhere } from '#src/statistics/flows/area-tree.ts';
import type { Around } from '#src/statistics/flows/flows-input.ts';

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A place as an end of flows. */
export const placeEnd = (area: Area, vocabulary: Vocabulary): FlowEnd => ({
  code: area.code,
  name: area.name,
  spoken: spokenName(area, vocabulary),
  kind: 'place',
});

/** What is left of an area when a place in it is told apart. */
export function restEnd(area: Area, vocabulary: Vocabulary): FlowEnd {
  const spoken = `the rest of ${spokenName(area, vocabulary)}`;
  return { code: area.code, name: upperFirst(spoken.slice(4)), spoken, kind: 'place' };
}

const parentName = (area: Area, vocabulary: Vocabulary): string => {
  const parent = vocabulary.areas.find(({ code }) => code === area.parent);
  return parent === undefined ? area.name : spokenName(parent, vocabulary);
};

/** The rest of a larger area as an end of flows. */
export function elsewhereEnd(area: Area, vocabulary: Vocabulary): FlowEnd {
  const spoken = `elsewhere in ${parentName(area, vocabulary)}`;
  return { code: area.code, name: upperFirst(spoken), spoken, kind: 'elsewhere' };
}

/** The "elsewhere" areas around some places, nearest first: their small flows are counted there. */
export function elsewhereAround(
  places: readonly Area[],
  { areas }: AreaTree,
  vocabulary: Vocabulary,
): Around {
  const larger = new Set<AreaCode>(
    places.flatMap((place) =>
      chainOf(place, vocabulary.areas)
        .slice(1)
        .map(({ code }) => code),
    ),
  );
  const around = areas
    .filter((area) => isElsewhere(area) && area.parent !== undefined && larger.has(area.parent))
    .toSorted((a, b) => depth(b, areas) - depth(a, areas));
  const names = around.map((area) => parentName(area, vocabulary));
  return {
    codes: around.map(({ code }) => code),
    spoken: `elsewhere in ${listed(names, 'or')}`,
  };
}

const depth = (area: Area, areas: readonly Area[]): number => chainOf(area, areas).length;
