import type { Block } from '#src/disclosure/dependent-rounding.ts';
import type { Edge, Slice } from '#src/disclosure/slice.ts';
import {
  placeVertex,
  splitVertex,
  sumCell,
  type Side,
  type Trunks,
} from '#src/disclosure/trunks.ts';

/** The slice of one place, on one side. */
export type AreaSlice = { readonly area: number; readonly slice: Slice };

/**
 * One slice per place that has leaves, ascending: mass flows from every other end along the leaves to the week's sum with that
 * end's group, from there to the week's sum of the place, and out.
 */
export function areaSlices(block: Block, trunks: Trunks, side: Side): readonly AreaSlice[] {
  const byArea = Map.groupBy(block.trips.keys(), (leaf) => block[side][leaf] ?? 0);
  return [...byArea]
    .toSorted(([a], [b]) => a - b)
    .map(([area, leaves]) => {
      const edges = leaves.flatMap((leaf) => edgesOf(block, trunks, { side, area, leaf }));
      const byKey = new Map(edges.map((edge) => [edge.key, edge]));
      return { area, slice: [...byKey.values()].toSorted((a, b) => a.key - b.key) };
    });
}

/** A leaf and the two sums that it is in: other leaves are in the same ones. */
function edgesOf(
  block: Block,
  trunks: Trunks,
  at: { readonly side: Side; readonly area: number; readonly leaf: number },
): readonly Edge[] {
  const { group, groups } = trunks.finest;
  const week = block.week[at.leaf] ?? 0;
  const end = block[at.side === 'origin' ? 'destination' : 'origin'][at.leaf] ?? 0;
  const part = group[end] ?? 0;
  const all = group.length + week * (groups + 1);
  const withPart = all + 1 + part;
  const out = group.length + trunks.weeks * (groups + 1);
  const afterLeaves = trunks.weeks * group.length;
  const sumOf = (vertex: number): number => sumCell(trunks, week, vertex);
  return [
    { key: week * group.length + end, from: end, to: withPart, cell: at.leaf },
    {
      key: afterLeaves + withPart,
      from: withPart,
      to: all,
      cell: sumOf(splitVertex(trunks, at.side, at.area, part)),
    },
    {
      key: afterLeaves + out + all,
      from: all,
      to: out,
      cell: sumOf(placeVertex(trunks, at.side, at.area)),
    },
  ];
}
