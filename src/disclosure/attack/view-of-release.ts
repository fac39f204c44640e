import type { AttackedLine, AttackedTable } from '#src/disclosure/attack/attacked-table.ts';

/**
 * The sensitive leaves of one week and mode as published, one entry each: `published` is 0 or b. `groups`: further partitions
 * of the leaves (the group of each) whose y-sums lie within 2b of the truth, if that is to be believed.
 */
export type PublishedBlock = {
  readonly origin: ArrayLike<number>;
  readonly destination: ArrayLike<number>;
  readonly published: ArrayLike<number>;
  readonly base: number;
  readonly groups?: readonly ArrayLike<number>[];
};

/**
 * What an attacker knows of one block of a release, leaf by leaf in the same order: y = 0 means 0 to b − 1 trips and y = b means
 * 1 to b (trips as they go into the draw, capped at b), and the trips of every origin and destination differ from its y by
 * less than b. Exact leaves add nothing to it. Source: docs/policy.md, paragraph 5.
 */
export function viewOfRelease(block: PublishedBlock): AttackedTable {
  const { base, published } = block;
  const high = Array.from(published, (value) => value > 0);
  const within = (places: ArrayLike<number>, error: number) => linesOf(places, published, error);
  return {
    lower: Float64Array.from(high, (is) => (is ? 1 : 0)),
    upper: Float64Array.from(high, (is) => (is ? base : base - 1)),
    lines: [
      ...within(block.origin, base - 1),
      ...within(block.destination, base - 1),
      ...(block.groups ?? []).flatMap((group) => within(group, 2 * base - 1)),
    ],
  };
}

function linesOf(
  places: ArrayLike<number>,
  published: ArrayLike<number>,
  error: number,
): readonly AttackedLine[] {
  const leaves = Map.groupBy(Array.from(places).keys(), (leaf) => places[leaf] ?? 0);
  return [...leaves.values()].map((those) => {
    const sum = those.reduce((total, leaf) => total + (published[leaf] ?? 0), 0);
    return {
      cells: Int32Array.from(those),
      coefficients: new Int8Array(those.length).fill(1),
      least: sum - error,
      most: sum + error,
    };
  });
}
