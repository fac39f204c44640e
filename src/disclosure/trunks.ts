import type { Block } from '#src/disclosure/dependent-rounding.ts';
import type { LaminarLevel } from '#src/disclosure/laminar-levels.ts';

/**
 * The trees of sums on either side of a block, every week. A vertex is an origin with one group of destinations, then an origin,
 * then a group of origins, level by level up to the whole; then the same for destinations. `root` is the outside, into which both
 * wholes lead.
 */
export type Trunks = {
  /** The vertex that a vertex is part of. */
  readonly above: Int32Array;
  readonly root: number;
  /** Vertices from here on are of destinations. */
  readonly side: number;
  /** The partition that splits a place by the other end. */
  readonly finest: LaminarLevel;
  readonly leaves: number;
  readonly weeks: number;
};

/** Which end of a leaf. */
export type Side = 'origin' | 'destination';

/** The trees for a block's areas. `levels`: nested partitions, the last of which is the whole. */
export function plantTrunks({ week, trips }: Block, levels: readonly LaminarLevel[]): Trunks {
  const [finest] = levels;
  if (finest === undefined) throw new Error('no laminar levels');
  const splits = finest.group.length * finest.groups;
  const side = levels.reduce((sum, { groups }) => sum + groups, splits + finest.group.length);
  return {
    above: Int32Array.from([
      ...parentsOf(finest, levels, 2 * side),
      ...parentsOf(finest, levels, side).map((vertex) => vertex + side),
    ]),
    root: 2 * side,
    side,
    finest,
    leaves: trips.length,
    weeks: week.reduce((most, each) => Math.max(most, each + 1), 0),
  };
}

/** One side's vertices: what each is part of; `root` at the top. */
function parentsOf(
  { group, groups }: LaminarLevel,
  levels: readonly LaminarLevel[],
  root: number,
): readonly number[] {
  const first = group.length * groups;
  const parents = Array.from({ length: first }, (_, split) => first + Math.floor(split / groups));
  let below = Array.from(group, (_, area) => first + area);
  let start = first + group.length;
  for (const part of levels) {
    const here = Array.from(part.group, (number) => start + number);
    here.forEach((vertex, area) => {
      parents[below[area] ?? 0] = vertex;
    });
    below = here;
    start += part.groups;
  }
  for (const vertex of below) parents[vertex] = root;
  return parents;
}

/** The vertex of a place with a group of other ends. */
export function splitVertex(
  { side, finest: { groups } }: Trunks,
  end: Side,
  area: number,
  group: number,
): number {
  return (end === 'origin' ? 0 : side) + area * groups + group;
}

/** The vertex of a place. */
export function placeVertex({ side, finest }: Trunks, end: Side, area: number): number {
  return (end === 'origin' ? 0 : side) + finest.group.length * finest.groups + area;
}

/** The vertices that a leaf leaves from and arrives at. */
export function endsOf(
  { origin, destination }: Block,
  leaf: number,
  trunks: Trunks,
): { readonly from: number; readonly to: number } {
  const { group } = trunks.finest;
  const from = origin[leaf] ?? 0;
  const to = destination[leaf] ?? 0;
  return {
    from: splitVertex(trunks, 'origin', from, group[to] ?? 0),
    to: splitVertex(trunks, 'destination', to, group[from] ?? 0),
  };
}

/** The number of a sum's value: the leaves' come first. */
export function sumCell({ leaves, root }: Trunks, week: number, vertex: number): number {
  return leaves + week * root + vertex;
}

/** The leaves' values, and after them the sum of every vertex and week. */
export function sumUp(block: Block, trunks: Trunks): Float64Array {
  const { above, root, leaves, weeks } = trunks;
  const values = new Float64Array(sumCell(trunks, weeks, 0));
  values.set(block.trips);
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const { from, to } = endsOf(block, leaf, trunks);
    for (const start of [from, to])
      for (let at = start; at !== root; at = above[at] ?? root) {
        const cell = sumCell(trunks, block.week[leaf] ?? 0, at);
        values[cell] = (values[cell] ?? 0) + (block.trips[leaf] ?? 0);
      }
  }
  return values;
}
