import type { IsoDate } from '#src/week.ts';
import { base, districts, modes, threshold, weeks } from '#test/attack/kestria.ts';
import { between, seeded } from '#test/attack/seeded.ts';

/** A leaf as it was counted: privileged. */
export type RawLeaf = {
  readonly week: IsoDate;
  readonly origin: string;
  readonly destination: string;
  readonly mode: string;
  readonly trips: number;
  readonly devices: number;
};

type Rng = () => number;
type Size = { readonly trips: number; readonly devices: number };

/** Flows into one district by one mode: how many of each kind, and the largest week of the large ones in tens of trips. */
const kinds = [
  { large: 5, tens: 300, hidden: 1, tiny: 0, heavy: 0 },
  { large: 3, tens: 60, hidden: 1, tiny: 2, heavy: 2 },
  { large: 2, tens: 6, hidden: 1, tiny: 0, heavy: 0 },
  { large: 1, tens: 20, hidden: 3, tiny: 3, heavy: 2 },
] as const;

const whole = (tens: number): Size => ({
  trips: 10 * tens,
  devices: Math.max(threshold, 3 * tens),
});

/** A large flow: exact in every week, always whole tens. */
const large = (rng: Rng, tens: number): Size => whole(between(rng, Math.ceil(tens / 2), tens));

/** A small flow that reaches the threshold every sixth week, so that it is eligible, and else is sensitive with 1 to b − 1 trips. */
function hidden(rng: Rng, week: number, flow: number): Size {
  if ((week + flow) % 6 === 0) return whole(between(rng, 1, 4));
  return { trips: between(rng, 1, base - 1), devices: between(rng, 1, threshold - 1) };
}

/** A flow too small to be a figure of its own: it is folded. */
const tiny = (rng: Rng): Size =>
  rng() < 0.5 ? { trips: 0, devices: 0 } : { trips: 10, devices: between(rng, 5, threshold - 1) };

/** A large flow that few people make in one week of a window, with more than b trips: it moves up, and its neighbour with it, whose week is another. */
const heavy = (rng: Rng, week: number, flow: number): Size =>
  (week + 6 * flow) % 13 === 3 ? { trips: 2 * base, devices: threshold - 4 } : large(rng, 30);

function sizeOf(kind: (typeof kinds)[number], rank: number, week: number, rng: Rng): Size {
  if (rank < kind.large) return large(rng, kind.tens);
  if (rank < kind.large + kind.hidden) return hidden(rng, week, rank);
  const small = kind.large + kind.hidden + kind.tiny;
  if (rank < small) return tiny(rng);
  if (rank < small + kind.heavy) return heavy(rng, week, rank - small);
  return { trips: 0, devices: 0 };
}

/** Every leaf of the invented country, the same for the same seed. Exact leaves are whole tens; hidden ones are anything from 1 to b − 1. */
export function inventTrips(seed = 1): readonly RawLeaf[] {
  const rng = seeded(seed);
  return districts.flatMap((destination, to) =>
    modes.flatMap((mode, by) =>
      districts.flatMap((_, rank) => {
        const origin = districts[(to + by + rank) % districts.length]?.code ?? '';
        const kind = kinds[to % kinds.length] ?? kinds[0];
        return weeks
          .map((week, at) => ({
            week,
            origin,
            destination: destination.code,
            mode,
            ...sizeOf(kind, rank, at, rng),
          }))
          .filter(({ trips }) => trips > 0);
      }),
    ),
  );
}
