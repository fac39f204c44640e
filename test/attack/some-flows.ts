import type { FlowsAsk } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { maybe, outermost, someModes, somePlaces, someWeeks } from '#test/attack/some-parts.ts';
import { between, pick } from '#test/attack/seeded.ts';

type Rng = () => number;
type Ends = Pick<FlowsAsk, 'way' | 'place' | 'parts' | 'level'>;

/** Into or out of a place, by places of a level; between those of a level; or between some places. */
function someEnds(rng: Rng, vocabulary: Vocabulary): Ends {
  const { areas } = vocabulary;
  const level = pick(rng, ['region', 'district', 'district'] as const);
  const parts = areas.filter((area) => area.level === level);
  const kind = rng();
  if (kind < 0.4) return { way: 'into', place: pick(rng, areas), parts, level };
  if (kind < 0.7) return { way: 'outOf', place: pick(rng, areas), parts, level };
  if (kind < 0.8) return { way: 'between', place: undefined, parts, level };
  const some = outermost(somePlaces(rng, between(rng, 3, 6), vocabulary), vocabulary);
  return { way: 'between', place: undefined, parts: some, level: undefined };
}

/** A question on flows, of the last week or of some weeks. */
export function someFlows(rng: Rng, vocabulary: Vocabulary): FlowsAsk {
  const weeks = maybe(rng, 0.95, () => someWeeks(rng, vocabulary));
  return {
    command: 'flows',
    ...someEnds(rng, vocabulary),
    modes: someModes(rng, vocabulary),
    since: weeks?.since,
    until: weeks?.until,
    show: maybe(rng, 0.05, () => 'table' as const),
  };
}
