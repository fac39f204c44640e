import { createHash } from 'node:crypto';
import { makeKeyedStream } from '#src/edges/keyed-stream.ts';
import type { KeyedStream } from '#src/ports.ts';

/**
 * How much of a release is attacked, and how hard. Public. `blocks` of the optimisation attack, and of the insider, who seeks so many
 * `targets` in each, of at most `leaves` leaves, by so many test `keys` for each value; `draws` of the synthetic block.
 */
export type GateSample = Readonly<
  Record<'blocks' | 'targets' | 'leaves' | 'keys' | 'draws', number>
>;

/** What every release is attacked with: a few seconds. */
export const gateSample: GateSample = { blocks: 12, targets: 3, leaves: 24, keys: 300, draws: 6 };

/** The streams of a gate's own choices and test keys: from the release's public id, and never from its key. */
export function gateStreams(releaseId: string): KeyedStream {
  const seed = createHash('sha256').update(`gate of ${releaseId}`).digest();
  return makeKeyedStream(seed);
}

/** At most `count` of the values, any as likely as another, in their order. */
export function sampleOf<T>(
  values: readonly T[],
  count: number,
  uniform: () => number,
): readonly T[] {
  const places = values.map((_, place) => ({ place, rank: uniform() }));
  return places
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .toSorted((a, b) => a.place - b.place)
    .flatMap(({ place }) => values.slice(place, place + 1));
}
