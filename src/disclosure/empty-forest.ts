import type { Graph } from '#src/disclosure/cancel-cycles.ts';
import { isOpen, makeWalk, shiftMass, type Draw, type Walk } from '#src/disclosure/shift-mass.ts';

/** The edges at each vertex: slot 2e is edge e at its `from`, 2e + 1 at its `to`; −1 ends a list. */
type Meetings = {
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly degree: Int32Array;
};

/**
 * Empties a forest: shifts mass along maximal paths between vertices with one open edge until every edge is 0 or b.
 * A vertex's total changes only once a single open edge is left at it, so by less than b.
 * `edges`: numbers of the open edges, which have no cycle, in the order to walk.
 */
export function emptyForest(graph: Graph, edges: readonly number[], draw: Draw): void {
  const meetings = meet(graph, edges);
  const walk = makeWalk(edges.length);
  // Every vertex with one open edge is on the stack at all times, and every forest has such a vertex.
  const stack = edges.flatMap((edge) => [graph.from[edge] ?? 0, graph.to[edge] ?? 0]);
  for (let start = stack.pop(); start !== undefined; start = stack.pop()) {
    if (meetings.degree[start] !== 1) continue;
    walkFrom(start, graph, meetings, draw, walk);
    shiftMass(walk, draw);
    for (const end of loosen(walk, graph, meetings, draw)) stack.push(end);
    stack.push(start);
  }
}

function meet({ from, to, vertices }: Graph, edges: readonly number[]): Meetings {
  const meetings = {
    first: new Int32Array(vertices).fill(-1),
    next: new Int32Array(2 * from.length),
    degree: new Int32Array(vertices),
  };
  const put = (vertex: number, slot: number): void => {
    meetings.next[slot] = meetings.first[vertex] ?? -1;
    meetings.first[vertex] = slot;
    meetings.degree[vertex] = (meetings.degree[vertex] ?? 0) + 1;
  };
  for (const edge of edges) {
    put(from[edge] ?? 0, 2 * edge);
    put(to[edge] ?? 0, 2 * edge + 1);
  }
  return meetings;
}

function walkFrom(start: number, graph: Graph, meetings: Meetings, draw: Draw, walk: Walk): void {
  walk.length = 0;
  let at = start;
  let last = -1;
  do {
    if (walk.length === walk.edges.length) throw new Error('the open edges have a cycle');
    last = openEdgeAt(at, last, meetings, draw);
    walk.edges[walk.length] = last;
    walk.signs[walk.length] = walk.length % 2 === 0 ? 1 : -1;
    walk.length += 1;
    at = graph.from[last] === at ? (graph.to[last] ?? 0) : (graph.from[last] ?? 0);
  } while ((meetings.degree[at] ?? 0) > 1);
}

function openEdgeAt(
  vertex: number,
  except: number,
  { first, next }: Meetings,
  { values, base }: Draw,
): number {
  let slot = first[vertex] ?? 0;
  while (slot >> 1 === except || !isOpen(values[slot >> 1] ?? 0, base)) slot = next[slot] ?? 0;
  return slot >> 1;
}

/** Lowers the degrees at the walk's edges that came out 0 or b, and tells their ends. */
function loosen(
  { edges, length }: Walk,
  { from, to }: Graph,
  { degree }: Meetings,
  { values, base }: Draw,
): readonly number[] {
  const ends: number[] = [];
  for (let step = 0; step < length; step += 1) {
    const edge = edges[step] ?? 0;
    if (isOpen(values[edge] ?? 0, base)) continue;
    degree[from[edge] ?? 0] = (degree[from[edge] ?? 0] ?? 0) - 1;
    degree[to[edge] ?? 0] = (degree[to[edge] ?? 0] ?? 0) - 1;
    ends.push(from[edge] ?? 0, to[edge] ?? 0);
  }
  return ends;
}
