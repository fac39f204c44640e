import type { Area } from '#src/area.ts';
import type { CompareAsk, SharedWhen } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { maybe, someDay, someModes, somePlaces, someUntil } from '#test/attack/some-parts.ts';
import { between, pick } from '#test/attack/seeded.ts';

type Rng = () => number;

/** Some places anywhere, all of a level, or a larger place with all its parts. */
function someSideBySide(rng: Rng, vocabulary: Vocabulary): readonly Area[] {
  const { areas } = vocabulary;
  const kind = rng();
  if (kind < 0.5) return somePlaces(rng, between(rng, 2, 6), vocabulary);
  if (kind < 0.7) {
    const { level } = pick(rng, areas);
    return areas.filter((area) => area.level === level);
  }
  const larger = pick(rng, areas);
  return [larger, ...areas.filter(({ parent }) => parent === larger.code)];
}

function someShared(rng: Rng, vocabulary: Vocabulary): SharedWhen {
  return rng() < 0.6
    ? { kind: 'date', date: someDay(rng, vocabulary) }
    : { kind: 'event', slug: pick(rng, vocabulary.events).slug };
}

/** A question on places side by side. */
export function someCompare(rng: Rng, vocabulary: Vocabulary): CompareAsk {
  const since = maybe(rng, 0.7, () => someShared(rng, vocabulary));
  const from = since?.kind === 'date' ? since : undefined;
  return {
    command: 'compare',
    places: someSideBySide(rng, vocabulary),
    modes: someModes(rng, vocabulary),
    since,
    until: maybe(rng, 0.4, () => someUntil(rng, from, vocabulary)),
    show: maybe(rng, 0.05, () => 'table' as const),
  };
}
