import { isOpen, makeWalk, shiftMass, type Draw, type Walk } from '#src/disclosure/shift-mass.ts';

/** Edges by number: each joins two vertices, numbered below `vertices`. */
export type Graph = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly vertices: number;
};

/** A rooted forest of open edges: `above` and the `edge` to it by vertex, −1 at a root. */
type Forest = {
  readonly above: Int32Array;
  readonly edge: Int32Array;
  /** The last mark that passed each vertex. */
  readonly seen: Int32Array;
  mark: number;
  readonly walk: Walk;
  /** The lower vertex of each edge of the walk. */
  readonly lower: Int32Array;
};

/**
 * Puts the edges one by one into a forest; where one closes a cycle, shifts mass along it until an edge is 0 or b.
 * No vertex's total changes. What is open afterwards has no cycle. `edges`: numbers of open edges, in the order to walk.
 */
export function cancelCycles(graph: Graph, edges: readonly number[], draw: Draw): void {
  const forest = plantForest(graph.vertices);
  for (const edge of edges) {
    const from = graph.from[edge] ?? 0;
    const to = graph.to[edge] ?? 0;
    if (findCycle(forest, edge, from, to)) {
      shiftMass(forest.walk, draw);
      cutClosed(forest, draw);
    }
    if (isOpen(draw.values[edge] ?? 0, draw.base)) link(forest, edge, from, to);
  }
}

function plantForest(vertices: number): Forest {
  return {
    above: new Int32Array(vertices).fill(-1),
    edge: new Int32Array(vertices),
    seen: new Int32Array(vertices),
    mark: 0,
    walk: makeWalk(vertices + 1),
    lower: new Int32Array(vertices + 1),
  };
}

/** Writes the cycle that `edge` would close to `forest.walk`; false where there is none. */
function findCycle(forest: Forest, edge: number, from: number, to: number): boolean {
  const { above, seen, walk } = forest;
  forest.mark += 1;
  for (let at = from; at >= 0; at = above[at] ?? -1) seen[at] = forest.mark;
  let meeting = to;
  while (meeting >= 0 && seen[meeting] !== forest.mark) meeting = above[meeting] ?? -1;
  if (meeting < 0) return false;
  walk.edges[0] = edge;
  walk.signs[0] = 1;
  forest.lower[0] = -1;
  walk.length = 1;
  climb(forest, from, meeting);
  climb(forest, to, meeting);
  return true;
}

/** Both sides start with −1: in a two-sided graph every cycle is even, so the signs alternate all the way round. */
function climb({ above, edge, walk, lower }: Forest, start: number, end: number): void {
  let sign = -1;
  for (let at = start; at !== end; at = above[at] ?? -1) {
    walk.edges[walk.length] = edge[at] ?? 0;
    walk.signs[walk.length] = sign;
    lower[walk.length] = at;
    walk.length += 1;
    sign = -sign;
  }
}

function cutClosed({ above, walk, lower }: Forest, { values, base }: Draw): void {
  for (let step = 1; step < walk.length; step += 1) {
    if (!isOpen(values[walk.edges[step] ?? 0] ?? 0, base)) above[lower[step] ?? -1] = -1;
  }
}

/** Turns the tree of `from` so that `from` is its root, then hangs it on `to`. */
function link({ above, edge: edgeAbove }: Forest, edge: number, from: number, to: number): void {
  let at = from;
  let newAbove = to;
  let newEdge = edge;
  while (at >= 0) {
    const oldAbove = above[at] ?? -1;
    const oldEdge = edgeAbove[at] ?? 0;
    above[at] = newAbove;
    edgeAbove[at] = newEdge;
    newAbove = at;
    newEdge = oldEdge;
    at = oldAbove;
  }
}
