import { areaSlices } from '#src/disclosure/area-slices.ts';
import { cancelCycles } from '#src/disclosure/cancel-cycles.ts';
import type { Block } from '#src/disclosure/dependent-rounding.ts';
import type { Draw } from '#src/disclosure/shift-mass.ts';
import { pairOf, type Slice } from '#src/disclosure/slice.ts';
import type { Trunks } from '#src/disclosure/trunks.ts';

/**
 * Shifts mass within two places of one group at a time, the opposite way in each, so that no pair's sum over the weeks moves:
 * first two destinations, then two origins.
 */
export function linkAreas(block: Block, trunks: Trunks, draw: Draw): void {
  const { group } = trunks.finest;
  for (const side of ['destination', 'origin'] as const) {
    const byGroup = Map.groupBy(areaSlices(block, trunks, side), ({ area }) => group[area]);
    for (const members of byGroup.values())
      members.forEach(({ slice }, at) => {
        for (const other of members.slice(at + 1))
          cancelCycles(pairOf(slice, other.slice, draw), draw);
      });
  }
}

/** Shifts mass in two weeks at a time, the opposite way in each, so that no sum over the weeks moves: the nearest weeks first. */
export function linkWeeks(weeks: readonly Slice[], draw: Draw): void {
  for (let gap = 1; gap < weeks.length; gap += 1)
    weeks.slice(gap).forEach((later, at) => {
      cancelCycles(pairOf(weeks[at] ?? [], later, draw), draw);
    });
}
