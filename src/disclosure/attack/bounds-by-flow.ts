import { attackContradiction } from '#src/disclosure/attack/attack-contradiction.ts';
import type { AttackedTable, Bounds } from '#src/disclosure/attack/attacked-table.ts';
import { flowNetwork, type FlowNetwork } from '#src/disclosure/attack/flow-network.ts';
import { makeFlowSearch, pushFlow, type FlowSearch } from '#src/disclosure/attack/push-flow.ts';

/** A search in one network. */
type Search = { readonly network: FlowNetwork; readonly flows: FlowSearch };

/**
 * The exact least and most whole value of every cell of a two-way table: each cell is in at most two lines, hidden row and
 * column totals are cells too. Cells start from some table that fits and are pushed as far as the others give way.
 * Undefined where the lines form no network (a cell is in three of them, or they form an odd circle). Throws `ReleaseFault` where no table fits.
 * Source: Gusfield 1988, "A graph theoretic approach to statistical data security".
 */
export function boundsByFlow(table: AttackedTable): Bounds | undefined {
  const network = flowNetwork(table);
  if (network === undefined) return undefined;
  const search = { network, flows: makeFlowSearch(network) };
  findSomeTable(search);
  const bounds = { lower: table.lower.slice(), upper: table.upper.slice() };
  for (const cell of table.lower.keys()) {
    bounds.upper[cell] = furthest(search, cell, 1);
    bounds.lower[cell] = furthest(search, cell, -1);
  }
  return bounds;
}

/** Afterwards the arcs from the source and to the sink are full: no path can lead through them. */
function findSomeTable({ network, flows }: Search): void {
  const source = network.nodes - 2;
  const sink = network.nodes - 1;
  const [given, taken] = [source, sink].map((node) => capacityAt(network, node));
  const { amount } = pushFlow(network, flows, [source, sink], given ?? 0);
  if (amount !== given || amount !== taken) throw attackContradiction();
  network.least.set(network.flow);
  network.most.set(network.flow);
}

function capacityAt(network: FlowNetwork, node: number): number {
  return network.arcsAt
    .subarray(network.starts[node], network.starts[node + 1])
    .reduce((sum, arc) => sum + (network.upper[arc] ?? 0), 0);
}

/** The cell's flow grows by what can come back from its end to its start by other ways; itself is shut meanwhile. */
function furthest({ network, flows }: Search, cell: number, direction: 1 | -1): number {
  const { flow, lower, upper, least, most } = network;
  const [low = 0, high = 0] = [least[cell], most[cell]];
  const seen = direction === 1 ? high : low;
  const bound = (direction === 1 ? upper[cell] : lower[cell]) ?? 0;
  if (seen === bound) return seen;
  const own = flow[cell] ?? 0;
  const limit = Math.abs(bound - own);
  const { amount, endless } = withShut(network, cell, (ends) =>
    pushFlow(network, flows, direction === 1 ? ends : [ends[1], ends[0]], limit),
  );
  const reached = own + direction * amount;
  flow[cell] = reached;
  least[cell] = Math.min(low, reached);
  most[cell] = Math.max(high, reached);
  return endless ? direction * Infinity : reached;
}

/** From the cell's end to its start, with the cell held at its flow. */
function withShut<Result>(
  { flow, lower, upper, from, to }: FlowNetwork,
  cell: number,
  act: (ends: readonly [number, number]) => Result,
): Result {
  const kept = [lower[cell] ?? 0, upper[cell] ?? 0] as const;
  lower[cell] = flow[cell] ?? 0;
  upper[cell] = flow[cell] ?? 0;
  const result = act([to[cell] ?? 0, from[cell] ?? 0]);
  [lower[cell], upper[cell]] = kept;
  return result;
}
