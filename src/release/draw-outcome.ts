import type { ProtectedCube } from '#src/disclosure/cube.ts';
import type { PrivilegedFigures } from '#src/disclosure/protect.ts';
import type { ProtectedFigures } from './protect-figures.ts';

/** What a new draw came to. `bound`: E of one place's week, all modes, in trips: of the median and of the worst place. `privileged` is for the operator alone. */
export type DrawOutcome = {
  readonly kind: 'released';
  readonly releaseId: string;
  readonly file: string;
  readonly rows: number;
  readonly days: number;
  readonly base: number;
  readonly bound: { readonly median: number; readonly largest: number };
  readonly privileged: PrivilegedFigures;
};

/** Counts a draw's figures and its error bounds. */
export function outcomeOf({
  cube,
  days,
  privileged,
}: ProtectedFigures): Omit<DrawOutcome, 'kind' | 'releaseId' | 'file'> {
  return {
    rows: cube.leaves.trips.length,
    days: days.trips.length,
    base: cube.base,
    bound: boundOf(cube),
    privileged,
  };
}

function boundOf({ areas, modes, bound }: ProtectedCube): DrawOutcome['bound'] {
  const places = areas.codes.map((_, place) =>
    bound
      .subarray(place * modes.length, (place + 1) * modes.length)
      .reduce((sum, each) => sum + each, 0),
  );
  const shown = places.filter((each) => each > 0).sort((a, b) => a - b);
  return { median: shown[Math.floor(shown.length / 2)] ?? 0, largest: shown.at(-1) ?? 0 };
}
