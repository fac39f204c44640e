import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { FoundFlow } from '#src/flows-finding.ts';
import type { MeanFlow } from '#src/statistics/flows/flow-means.ts';
import { saidPercent } from '#src/statistics/said-percent.ts';

/** A flow as it is shown, beside what it is shown from. */
export type RankedRow = { readonly mean: MeanFlow; readonly found: FoundFlow };

/** `share`: what percentages are of, and how exactly they may be said; absent where they may not. */
type RankOptions = {
  readonly rounding: number;
  readonly share: { readonly of: number; readonly to: 1 | 5 } | undefined;
};

/** Flows as they are shown: the largest first, then those withheld, by name so that their order tells nothing. `flows`: largest first. */
export function rankRows(flows: readonly MeanFlow[], options: RankOptions): readonly RankedRow[] {
  const rows = flows.map((mean) => ({ mean, found: foundFlow(mean, options) }));
  const isShown = ({ found }: RankedRow) => found.trips.kind === 'published';
  const withheld = rows.filter((row) => !isShown(row));
  return [
    ...rows.filter(isShown),
    ...withheld.toSorted((a, b) => a.found.end.name.localeCompare(b.found.end.name)),
  ];
}

function foundFlow({ end, trips }: MeanFlow, { rounding, share }: RankOptions): FoundFlow {
  const { bound, without: _, ...shown } = end;
  const cell = displayTrips(trips, bound, rounding);
  const isSaid = share !== undefined && cell.kind === 'published';
  const percent = isSaid ? saidPercent((100 * trips) / share.of, share.to) : undefined;
  return { end: shown, trips: cell, percent };
}
