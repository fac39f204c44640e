import type { FoldMove } from '#src/disclosure/fold-small-flows.ts';
import { numberOfRow } from '#src/disclosure/revise/flow-number.ts';
import type { GateFigures } from './gate-figures.ts';
import { inNoFigure, movedFlows } from './leaf-of-flow.ts';

/** Of the raw trips that end in an area, the shares (0 to 1) that are in no figure, in a hidden leaf of its own, and moved to an "elsewhere". */
export type AreaShare = {
  readonly area: string;
  readonly trips: number;
  readonly withheld: number;
  readonly sensitive: number;
  readonly folded: number;
};

/** The shares of every area with trips: privileged. */
export function areaShares(figures: GateFigures): readonly AreaShare[] {
  const { raw, baseline } = figures;
  const sums = raw.areas.codes.map(() => ({ trips: 0, withheld: 0, sensitive: 0, folded: 0 }));
  const movedIn = movesByWeek(figures);
  const { week, destination, trips } = raw.leaves;
  trips.forEach((value, row) => {
    const sum = sums[destination[row] ?? 0];
    if (sum === undefined) return;
    const flow = numberOfRow(raw.leaves, row, raw.areas.codes.length);
    const leaf = movedIn[week[row] ?? 0]?.get(flow);
    sum.trips += value;
    if (leaf === inNoFigure) sum.withheld += value;
    else if (leaf !== undefined) sum.folded += value;
  });
  baseline.leaves.trips.forEach((value, row) => {
    const sum = sums[baseline.leaves.destination[row] ?? 0];
    if (sum !== undefined && baseline.leaves.sensitive[row] === 1) sum.sensitive += value;
  });
  return sums.flatMap(({ trips, ...shares }, area) =>
    trips === 0 ? [] : [{ area: raw.areas.codes[area] ?? '', trips, ...divided(shares, trips) }],
  );
}

const divided = (
  { withheld, sensitive, folded }: Record<'withheld' | 'sensitive' | 'folded', number>,
  trips: number,
) => ({ withheld: withheld / trips, sensitive: sensitive / trips, folded: folded / trips });

/** By week, where its raw flows were moved. Weeks of one window share a map. */
function movesByWeek({
  raw,
  baseline,
}: GateFigures): readonly (ReadonlyMap<number, number> | undefined)[] {
  const windows = Map.groupBy(baseline.moves, ({ first, end }: FoldMove) => `${first} ${end}`);
  const maps = [...windows.values()].map((moves) => ({
    first: moves[0]?.first ?? 0,
    end: moves[0]?.end ?? 0,
    to: movedFlows(moves, raw.areas.codes.length),
  }));
  return raw.weeks.map((_, week) => maps.find(({ first, end }) => first <= week && week < end)?.to);
}
