import type { FlowNetwork } from '#src/disclosure/attack/flow-network.ts';

/** What was added to the flow. `endless`: nothing stops it at any amount; `amount` was added before that was seen. */
export type Push = { readonly amount: number; readonly endless: boolean };

/** What a search needs beside the network: each node's distance from the source, its next arc to try, and a queue. */
export type FlowSearch = {
  readonly level: Int32Array;
  readonly next: Int32Array;
  readonly queue: Int32Array;
};

/** Room for the searches of one network. */
export function makeFlowSearch({ nodes }: FlowNetwork): FlowSearch {
  return {
    level: new Int32Array(nodes),
    next: new Int32Array(nodes),
    queue: new Int32Array(nodes),
  };
}

/**
 * Changes the network's flow so that as much more as possible, at most `limit`, goes from `source` to `sink`.
 * Source: Dinic 1970, shortest augmenting paths in layers.
 */
export function pushFlow(
  network: FlowNetwork,
  search: FlowSearch,
  [source, sink]: readonly [number, number],
  limit: number,
): Push {
  const endless = limit === Infinity;
  if (source === sink) return { amount: endless ? 0 : limit, endless };
  let amount = 0;
  while (amount < limit && layer(network, search, source, sink)) {
    search.next.set(network.starts.subarray(0, network.nodes));
    for (let more = Infinity; more > 0 && amount < limit; amount += more) {
      more = augment(network, search, source, sink, limit - amount);
      if (more === Infinity) return { amount, endless: true };
    }
  }
  return { amount, endless: false };
}

/** How much more can pass an arc from `node`; the arc may run to it, then flow is taken back. */
function room(network: FlowNetwork, arc: number, node: number): number {
  const flow = network.flow[arc] ?? 0;
  if (network.from[arc] === network.to[arc]) return 0;
  return network.from[arc] === node
    ? (network.upper[arc] ?? 0) - flow
    : flow - (network.lower[arc] ?? 0);
}

const farEnd = ({ from, to }: FlowNetwork, arc: number, node: number): number =>
  (from[arc] === node ? to[arc] : from[arc]) ?? 0;

/** Numbers the nodes by their distance from the source until the sink is reached; false where it cannot be. */
function layer(
  network: FlowNetwork,
  { level, queue }: FlowSearch,
  source: number,
  sink: number,
): boolean {
  level.fill(-1);
  level[source] = 0;
  queue[0] = source;
  for (let head = 0, tail = 1; head < tail; head += 1) {
    const node = queue[head] ?? 0;
    const end = network.starts[node + 1] ?? 0;
    for (let at = network.starts[node] ?? 0; at < end; at += 1) {
      const arc = network.arcsAt[at] ?? 0;
      const far = farEnd(network, arc, node);
      if (level[far] !== -1 || room(network, arc, node) <= 0) continue;
      level[far] = (level[node] ?? 0) + 1;
      if (far === sink) return true;
      queue[tail] = far;
      tail += 1;
    }
  }
  return false;
}

/** Pushes along one shortest path, or 0 where the layers hold none any more. Recursion is as deep as the path is long. */
function augment(
  network: FlowNetwork,
  search: FlowSearch,
  node: number,
  sink: number,
  limit: number,
): number {
  if (node === sink) return limit;
  const end = network.starts[node + 1] ?? 0;
  for (let at = search.next[node] ?? 0; at < end; at += 1) {
    search.next[node] = at;
    const arc = network.arcsAt[at] ?? 0;
    const far = farEnd(network, arc, node);
    const most = Math.min(limit, room(network, arc, node));
    if (most <= 0 || search.level[far] !== (search.level[node] ?? 0) + 1) continue;
    const pushed = augment(network, search, far, sink, most);
    if (pushed > 0 && pushed < Infinity) shift(network, arc, node, pushed);
    if (pushed > 0) return pushed;
  }
  search.next[node] = end;
  return 0;
}

function shift(network: FlowNetwork, arc: number, node: number, amount: number): void {
  const sign = network.from[arc] === node ? 1 : -1;
  const flow = (network.flow[arc] ?? 0) + sign * amount;
  network.flow[arc] = flow;
  if (flow < (network.least[arc] ?? 0)) network.least[arc] = flow;
  if (flow > (network.most[arc] ?? 0)) network.most[arc] = flow;
}
