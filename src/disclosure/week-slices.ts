import type { Block } from '#src/disclosure/dependent-rounding.ts';
import type { Slice } from '#src/disclosure/slice.ts';
import { endsOf, sumCell, type Trunks } from '#src/disclosure/trunks.ts';

/**
 * One slice per week, a circulation: mass flows from the outside down to the origins, along the leaves, and from the destinations
 * up and out. Its edges are the leaves by origin and destination, then the sums, the finest first.
 */
export function weekSlices(block: Block, trunks: Trunks): readonly Slice[] {
  const byWeek = Map.groupBy(block.trips.keys(), (leaf) => block.week[leaf] ?? 0);
  return [...byWeek]
    .toSorted(([a], [b]) => a - b)
    .map(([week, leaves]) => [
      ...leafEdges(block, trunks, leaves),
      ...sumEdges(block, trunks, leaves, week),
    ]);
}

function leafEdges(block: Block, trunks: Trunks, leaves: readonly number[]): Slice {
  return leaves
    .map((leaf) => ({
      key: (block.origin[leaf] ?? 0) * trunks.side + (block.destination[leaf] ?? 0),
      ...endsOf(block, leaf, trunks),
      cell: leaf,
    }))
    .toSorted((a, b) => a.key - b.key);
}

/** Only sums with a leaf: the others are 0. */
function sumEdges(block: Block, trunks: Trunks, leaves: readonly number[], week: number): Slice {
  const { above, root, side } = trunks;
  const found = new Set<number>();
  for (const leaf of leaves) {
    const { from, to } = endsOf(block, leaf, trunks);
    for (const start of [from, to])
      for (let at = start; at !== root && !found.has(at); at = above[at] ?? root) found.add(at);
  }
  return [...found]
    .toSorted((a, b) => a - b)
    .map((vertex) => {
      const parent = above[vertex] ?? root;
      const isOrigin = vertex < side;
      return {
        key: side * side + vertex,
        from: isOrigin ? parent : vertex,
        to: isOrigin ? vertex : parent,
        cell: sumCell(trunks, week, vertex),
      };
    });
}
