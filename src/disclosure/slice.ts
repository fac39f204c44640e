import type { Graph } from '#src/disclosure/cancel-cycles.ts';
import { isOpen, type Draw } from '#src/disclosure/shift-mass.ts';

/** An edge of a table: `key` is the same for what corresponds in another table; `cell` is the number of its value. */
export type Edge = {
  readonly key: number;
  readonly from: number;
  readonly to: number;
  readonly cell: number;
};

/** Edges of a table cut out of a block, ascending by key; no two share one. */
export type Slice = readonly Edge[];

/** The open edges of one slice. */
export function graphOf(slice: Slice, draw: Draw): Graph {
  return columnsOf(slice.filter((edge) => isOpenEdge(edge, draw)));
}

/** The edges that are open in both slices, each the other's twin. */
export function pairOf(first: Slice, second: Slice, draw: Draw): Graph {
  const edges: Edge[] = [];
  const twins: number[] = [];
  let at = 0;
  for (const edge of first) {
    while (at < second.length && (second[at]?.key ?? 0) < edge.key) at += 1;
    const twin = second[at];
    if (twin?.key !== edge.key || !isOpenEdge(edge, draw) || !isOpenEdge(twin, draw)) continue;
    edges.push(edge);
    twins.push(twin.cell);
  }
  return { ...columnsOf(edges), twin: Int32Array.from(twins) };
}

function isOpenEdge({ cell }: Edge, { values, base }: Draw): boolean {
  return isOpen(values[cell] ?? 0, base);
}

/** Vertices are numbered anew, as they come: a slice may leave out most of them. */
function columnsOf(edges: Slice): Graph {
  const numbers = new Map<number, number>();
  const numberOf = (vertex: number): number => {
    const known = numbers.get(vertex) ?? numbers.size;
    numbers.set(vertex, known);
    return known;
  };
  const from = Int32Array.from(edges, (edge) => numberOf(edge.from));
  const to = Int32Array.from(edges, (edge) => numberOf(edge.to));
  return { from, to, cell: Int32Array.from(edges, ({ cell }) => cell), vertices: numbers.size };
}
