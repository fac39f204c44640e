import type { AttackedLine, AttackedTable } from '#src/disclosure/attack/attacked-table.ts';

/** A hidden leaf as it is published: 0 or b. */
export type HiddenLeaf = {
  readonly origin: string;
  readonly destination: string;
  readonly published: number;
};

/** The areas around an area, nearest first. */
export type AreasAround = (area: string) => readonly string[];

/**
 * What an attacker knows of the hidden leaves of one week and mode, leaf by leaf in the order given, and after them of every sum that the draw
 * is said to hold: less than b from what is published. Each sum is an unknown of its own, so that the whole is a network.
 * Source: docs/policy.md, paragraph 5.
 */
export function latticeTable(
  leaves: readonly HiddenLeaf[],
  around: AreasAround,
  base: number,
): AttackedTable {
  const sums = makeSums(leaves.length);
  leaves.forEach(({ origin, destination, published }, leaf) => {
    addPath(sums, leaf, published, sumsOf('from', origin, destination, around));
    addPath(sums, leaf, published, sumsOf('to', destination, origin, around));
  });
  const high = leaves.map(({ published }) => published > 0);
  return {
    lower: Float64Array.from([
      ...high.map(Number),
      ...sums.published.map((sum) => Math.max(0, sum - base + 1)),
    ]),
    upper: Float64Array.from([
      ...high.map((is) => (is ? base : base - 1)),
      ...sums.published.map((sum) => sum + base - 1),
    ]),
    lines: [...sums.parts].map(([name, parts]) =>
      lineOf(parts, sums.cells.get(unsided(name)) ?? 0),
    ),
  };
}

type Sums = {
  readonly cells: Map<string, number>;
  readonly published: number[];
  readonly parts: Map<string, Set<number>>;
  readonly leaves: number;
};

const makeSums = (leaves: number): Sums => ({
  cells: new Map(),
  published: [],
  parts: new Map(),
  leaves,
});

/** The sums that a leaf is part of, each within the next. The last is of all and belongs to both sides. */
function sumsOf(side: string, area: string, other: string, around: AreasAround): readonly string[] {
  return [
    `${side} ${area} and ${around(other)[0] ?? ''}`,
    `${side} ${area}`,
    ...around(area).map((outer) => `${side} all in ${outer}`),
    `${side}${all}`,
  ];
}

const all = ' everything';
const unsided = (name: string): string =>
  name === `from${all}` || name === `to${all}` ? all : name;

function addPath(sums: Sums, leaf: number, published: number, path: readonly string[]): void {
  let part = leaf;
  for (const name of path) {
    const known = sums.cells.get(unsided(name));
    const cell = known ?? sums.leaves + sums.published.push(0) - 1;
    sums.cells.set(unsided(name), cell);
    // Both sides lead to the sum of all, which counts each leaf once.
    if (name !== `to${all}`)
      sums.published[cell - sums.leaves] = (sums.published[cell - sums.leaves] ?? 0) + published;
    const parts = sums.parts.get(name) ?? new Set();
    sums.parts.set(name, parts.add(part));
    part = cell;
  }
}

/** The parts less their sum is nothing. */
function lineOf(parts: ReadonlySet<number>, sum: number): AttackedLine {
  const cells = Int32Array.from([...parts, sum]);
  return {
    cells,
    coefficients: Int8Array.from(cells, (cell) => (cell === sum ? -1 : 1)),
    least: 0,
    most: 0,
  };
}
