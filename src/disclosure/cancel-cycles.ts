import { isOpen, makeWalk, shiftMass, type Draw, type Walk } from '#src/disclosure/shift-mass.ts';

/**
 * Edges by number, in the order to walk: each leads from one vertex to another, numbered below `vertices`. `cell` is the value
 * that an edge stands for; `twin`, where given, a value of another slice that moves the opposite way, so that the two slices'
 * sum stays.
 */
export type Graph = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cell: Int32Array;
  readonly twin?: Int32Array;
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
  /** The cycle's edges, and the lower vertex of each; −1 for the edge that closes it. */
  readonly round: { readonly edges: Int32Array; readonly lower: Int32Array; length: number };
};

/**
 * Puts the open edges one by one into a forest; where one closes a cycle, shifts mass round it until a value is a multiple of b.
 * What goes into a vertex less what comes out of it never changes. What is open afterwards has no cycle.
 */
export function cancelCycles(graph: Graph, draw: Draw): void {
  if (graph.cell.length < 2) return;
  const forest = plantForest(graph.vertices);
  for (let edge = 0; edge < graph.cell.length; edge += 1) {
    if (!isOpenEdge(graph, edge, draw)) continue;
    if (findCycle(forest, graph, edge)) {
      shiftMass(forest.walk, draw);
      cutClosed(forest, graph, draw);
    }
    if (isOpenEdge(graph, edge, draw)) link(forest, graph, edge);
  }
}

function isOpenEdge({ cell, twin }: Graph, edge: number, { values, base }: Draw): boolean {
  if (!isOpen(values[cell[edge] ?? 0] ?? 0, base)) return false;
  return twin === undefined || isOpen(values[twin[edge] ?? 0] ?? 0, base);
}

function plantForest(vertices: number): Forest {
  return {
    above: new Int32Array(vertices).fill(-1),
    edge: new Int32Array(vertices),
    seen: new Int32Array(vertices),
    mark: 0,
    walk: makeWalk(2 * vertices + 2),
    round: { edges: new Int32Array(vertices + 1), lower: new Int32Array(vertices + 1), length: 0 },
  };
}

/** Writes the cycle that `edge` would close to `forest.walk`, in the edge's direction; false where there is none. */
function findCycle(forest: Forest, graph: Graph, edge: number): boolean {
  const { above, seen } = forest;
  const from = graph.from[edge] ?? 0;
  const to = graph.to[edge] ?? 0;
  forest.mark += 1;
  for (let at = from; at >= 0; at = above[at] ?? -1) seen[at] = forest.mark;
  let meeting = to;
  while (meeting >= 0 && seen[meeting] !== forest.mark) meeting = above[meeting] ?? -1;
  if (meeting < 0) return false;
  forest.walk.rising.length = 0;
  forest.walk.falling.length = 0;
  forest.round.length = 0;
  step(forest, graph, edge, -1, true);
  climb(forest, graph, to, meeting, graph.from);
  climb(forest, graph, from, meeting, graph.to);
  return true;
}

/** An edge goes with the cycle where its `tail` is the lower vertex. */
function climb(forest: Forest, graph: Graph, start: number, end: number, tail: Int32Array): void {
  for (let at = start; at !== end; at = forest.above[at] ?? -1) {
    const edge = forest.edge[at] ?? 0;
    step(forest, graph, edge, at, tail[edge] === at);
  }
}

function step(
  { walk, round }: Forest,
  { cell, twin }: Graph,
  edge: number,
  lower: number,
  isAlong: boolean,
): void {
  round.edges[round.length] = edge;
  round.lower[round.length] = lower;
  round.length += 1;
  put(isAlong ? walk.rising : walk.falling, cell[edge] ?? 0);
  if (twin !== undefined) put(isAlong ? walk.falling : walk.rising, twin[edge] ?? 0);
}

function put(side: Walk['rising'], value: number): void {
  side.cells[side.length] = value;
  side.length += 1;
}

function cutClosed({ above, round }: Forest, graph: Graph, draw: Draw): void {
  for (let at = 1; at < round.length; at += 1) {
    if (!isOpenEdge(graph, round.edges[at] ?? 0, draw)) above[round.lower[at] ?? -1] = -1;
  }
}

/** Turns the tree of the edge's tail so that the tail is its root, then hangs it on the head. */
function link({ above, edge: edgeAbove }: Forest, { from, to }: Graph, edge: number): void {
  let at = from[edge] ?? 0;
  let newAbove = to[edge] ?? 0;
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
