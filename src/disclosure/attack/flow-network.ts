import { attackContradiction } from '#src/disclosure/attack/attack-contradiction.ts';
import type { AttackedTable } from '#src/disclosure/attack/attacked-table.ts';
import { lineSigns } from '#src/disclosure/attack/line-signs.ts';

/** Arcs by number, each with a flow from `lower` to `upper`; `least` and `most` are the flows it has had. `arcsAt` lists the arcs of a node from `starts[node]` on. */
export type FlowNetwork = {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly flow: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly starts: Int32Array;
  readonly arcsAt: Int32Array;
};

/** Arcs under construction. */
type Arcs = {
  readonly from: number[];
  readonly to: number[];
  readonly lower: number[];
  readonly upper: number[];
};

/**
 * The table as a circulation: a line is a node, a cell an arc from the line that subtracts it to the line that adds it, a
 * line's own sum an arc to the ground (the node after the lines). The arcs are the cells, then the lines' sums, then one
 * arc for each node: from the source (the last but one node) where the flow given brings too much, else to the sink (the last).
 * Undefined where the lines form no network. Throws `ReleaseFault` where a least value exceeds its most.
 */
export function flowNetwork(table: AttackedTable): FlowNetwork | undefined {
  const signed = lineSigns(table);
  if (signed === undefined) return undefined;
  const arcs: Arcs = { from: [], to: [], lower: [], upper: [] };
  const ground = table.lines.length;
  signed.ends.forEach(({ from = ground, to = ground }, cell) =>
    addArc(arcs, [from, to], table.lower[cell], table.upper[cell]),
  );
  table.lines.forEach(({ least, most }, line) => {
    const straight = (signed.signs[line] ?? 0) > 0;
    addArc(arcs, [line, ground], straight ? least : -most, straight ? most : -least);
  });
  const flow = arcs.lower.map((lower, arc) => Math.min(Math.max(0, lower), arcs.upper[arc] ?? 0));
  addLeftOver(arcs, flow, ground + 1);
  return withIndex(arcs, flow, ground + 3);
}

function addArc(
  arcs: Arcs,
  [from, to]: readonly [number, number],
  lower = 0,
  upper = Infinity,
): void {
  if (lower > upper) throw attackContradiction();
  arcs.from.push(from);
  arcs.to.push(to);
  arcs.lower.push(lower);
  arcs.upper.push(upper);
}

function addLeftOver(arcs: Arcs, flow: number[], source: number): void {
  const excess = new Float64Array(source);
  flow.forEach((amount, arc) => {
    const from = arcs.from[arc] ?? 0;
    const to = arcs.to[arc] ?? 0;
    excess[from] = (excess[from] ?? 0) - amount;
    excess[to] = (excess[to] ?? 0) + amount;
  });
  excess.forEach((amount, node) => {
    flow.push(0);
    addArc(arcs, amount > 0 ? [source, node] : [node, source + 1], 0, Math.abs(amount));
  });
}

function withIndex(arcs: Arcs, flow: readonly number[], nodes: number): FlowNetwork {
  const from = Int32Array.from(arcs.from);
  const to = Int32Array.from(arcs.to);
  const starts = new Int32Array(nodes + 1);
  for (const node of [...from, ...to]) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node += 1)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const arcsAt = new Int32Array(2 * from.length);
  const next = starts.slice();
  [...from, ...to].forEach((node, end) => {
    arcsAt[next[node] ?? 0] = end % from.length;
    next[node] = (next[node] ?? 0) + 1;
  });
  return {
    nodes,
    from,
    to,
    lower: Float64Array.from(arcs.lower),
    upper: Float64Array.from(arcs.upper),
    flow: Float64Array.from(flow),
    least: Float64Array.from(flow),
    most: Float64Array.from(flow),
    starts,
    arcsAt,
  };
}
