import type { Area } from '#src/area.ts';
import { ancestorsOf } from '#src/grammar/ancestors.ts';
import { onePerCode } from '#src/grammar/one-per-code.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Tier } from './access-config.ts';
import { levelsDownTo } from './levels-down-to.ts';

/**
 * Which places a tier lets people ask about. `levels`: kinds of place, the finest first. `places`: the geography, by code. `check`: why a place is not among them:
 * it does not lie within the tier's areas, or is finer than its level; a place that the geography does not have is neither.
 */
export type Reach = {
  readonly levels: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, Area>;
  readonly check: (area: Area) => 'areas' | 'level' | undefined;
};

/** The reach of a tier in a geography. A level or a code that the geography does not have reaches nothing. */
export function reachOf({ level, areas }: Tier, vocabulary: Vocabulary): Reach {
  const levels = levelsDownTo(level, vocabulary.areas);
  const places = new Map(onePerCode(vocabulary.areas).map((area) => [area.code, area]));
  const levelsOf = Map.groupBy(vocabulary.areas, ({ code }) => code);
  const isWithin = (area: Area) =>
    areas === 'all' ||
    [area, ...ancestorsOf(area, places)].some(({ code }) => areas.includes(code));
  const check = ({ code }: Area) => {
    const area = places.get(code);
    if (area === undefined || !isWithin(area)) return 'areas';
    return levelsOf.get(code)?.some((row) => levels.has(row.level)) === true ? undefined : 'level';
  };
  return { levels, places, check };
}

/** The places that can be asked about, as the geography lists them. */
export const placesWithin = ({ places, check }: Reach): readonly Area[] =>
  [...places.values()].filter((area) => check(area) === undefined);
