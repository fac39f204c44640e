/** A small block: leaves as columns, trips between 0 and b. */
export type SmallBlock = {
  readonly origin: readonly number[];
  readonly destination: readonly number[];
  readonly trips: ArrayLike<number>;
};

/** Two values of a block to choose from, and the chance of the first. */
type Fork = {
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly chance: number;
};

/** Dependent rounding as in the paper, without any order of regions, written for itself to try the attacker on: one draw. */
export function drawPlainly(
  block: SmallBlock,
  base: number,
  uniform: () => number,
): readonly number[] {
  let values: readonly number[] = Array.from(block.trips);
  for (let fork = forkOf(block, values, base); fork; fork = forkOf(block, values, base))
    values = uniform() < fork.chance ? fork.up : fork.down;
  return values;
}

/** The same, as the exact probability of every outcome. */
export function everyDraw(
  block: SmallBlock,
  base: number,
): readonly (readonly [readonly number[], number])[] {
  const found: (readonly [readonly number[], number])[] = [];
  const open: (readonly [readonly number[], number])[] = [[Array.from(block.trips), 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [values, probability] = next;
    const fork = forkOf(block, values, base);
    if (fork === undefined) found.push(next);
    else
      open.push([fork.up, probability * fork.chance], [fork.down, probability * (1 - fork.chance)]);
  }
  return found;
}

function forkOf(block: SmallBlock, values: readonly number[], base: number): Fork | undefined {
  const walk = walkOf(block, values, base);
  if (walk.length === 0) return undefined;
  const room = (sign: number) =>
    Math.min(
      ...walk.map((leaf, step) =>
        (step % 2 === 0 ? 1 : -1) === sign ? base - (values[leaf] ?? 0) : (values[leaf] ?? 0),
      ),
    );
  const moved = (amount: number) =>
    values.map((value, leaf) => {
      const step = walk.indexOf(leaf);
      return step < 0 ? value : value + (step % 2 === 0 ? amount : -amount);
    });
  const [up, down] = [room(1), room(-1)];
  return { up: moved(up), down: moved(-down), chance: down / (up + down) };
}

/** A cycle of open leaves, or a path that can be made no longer. */
function walkOf(
  { origin, destination }: SmallBlock,
  values: readonly number[],
  base: number,
): readonly number[] {
  const open = [...values.keys()].filter(
    (leaf) => (values[leaf] ?? 0) > 0 && (values[leaf] ?? 0) < base,
  );
  const endsOf = (leaf: number) => [`o${origin[leaf]}`, `d${destination[leaf]}`];
  const at = (vertex: string) => open.filter((leaf) => endsOf(leaf).includes(vertex));
  const vertices = open.flatMap(endsOf);
  let vertex = vertices.find((each) => at(each).length === 1) ?? vertices[0] ?? '';
  const visited = [vertex];
  const walk: number[] = [];
  for (;;) {
    const leaf = at(vertex).find((each) => !walk.includes(each));
    if (leaf === undefined) return walk;
    walk.push(leaf);
    vertex = endsOf(leaf).find((each) => each !== vertex) ?? '';
    const met = visited.indexOf(vertex);
    if (met >= 0) return walk.slice(met);
    visited.push(vertex);
  }
}
