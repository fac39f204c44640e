import type { Grain, TrendAsk } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { maybe, someGroup, someModes, someSince, someUntil } from '#test/attack/some-parts.ts';
import { pick } from '#test/attack/seeded.ts';

type Rng = () => number;

const grains: readonly Grain[] = [
  ...Array.from({ length: 10 }, () => 'week' as const),
  ...(['day', 'day', 'day', 'weekday', 'mode', 'mode'] as const),
];

/** From, to or between places, or within one. */
function someEnds(rng: Rng, vocabulary: Vocabulary): Pick<TrendAsk, 'origins' | 'destinations'> {
  const [one, other] = [someGroup(rng, vocabulary), someGroup(rng, vocabulary)];
  const kind = rng();
  if (kind < 0.45) return { origins: [], destinations: one };
  if (kind < 0.55) return { origins: one, destinations: [] };
  return { origins: one, destinations: kind < 0.65 ? one : other };
}

/** A question on trips over time. Days are of all transport, by where trips end. */
export function someTrend(rng: Rng, vocabulary: Vocabulary): TrendAsk {
  const by = pick(rng, grains);
  const isOfDays = by === 'day' || by === 'weekday';
  const modes = isOfDays ? [] : someModes(rng, vocabulary);
  const since = maybe(rng, 0.5, () => someSince(rng, vocabulary));
  return {
    command: 'trend',
    ...(isOfDays
      ? { origins: [], destinations: someGroup(rng, vocabulary) }
      : someEnds(rng, vocabulary)),
    modes: by === 'mode' && modes.length === 1 ? [] : modes,
    since,
    until: maybe(rng, 0.6, () => someUntil(rng, since, vocabulary)),
    by,
    against: by === 'week' && rng() < 0.1 ? 'lastYear' : 'before',
    show: maybe(rng, 0.05, () => 'table' as const),
  };
}
