import { reduceAnswers, type Answer, type Echelon } from '#src/disclosure/attack/reduce-answers.ts';

/** Cells that the answers determine, ascending, and their values. */
export type Determined = { readonly cells: Int32Array; readonly values: Float64Array };

/**
 * Which cells of `cells` the exact answers determine by linear algebra alone, and what they are. A cell is determined where
 * every solution of the same equations with all answers 0 has 0 in it; one such solution, random but for the equations,
 * shows it (wrong with probability 1 ÷ 67,108,859 a cell). Values must be whole and within ±33,554,429.
 * Throws `ReleaseFault` `attackContradiction` where the answers contradict each other.
 */
export function rankAttack(answers: readonly Answer[], cells: number): Determined {
  const classes = indistinguishable(answers, cells);
  const echelon = reduceAnswers(
    answers.map(({ cells, value }) => ({ cells: classesIn(cells, classes.ofCell), value })),
    classes.sizes.length,
  );
  const blind = solve(echelon, pseudorandom, () => 0);
  const found = solve(
    echelon,
    () => 0,
    (answer) => answer,
  );
  const known = [...classes.ofCell.keys()].filter((cell) => {
    const of = classes.ofCell[cell] ?? -1;
    return of >= 0 && classes.sizes[of] === 1 && blind[of] === 0;
  });
  return {
    cells: Int32Array.from(known),
    values: Float64Array.from(known, (cell) =>
      signed(found[classes.ofCell[cell] ?? 0] ?? 0, echelon),
    ),
  };
}

/** Cells that are in the same answers cannot be told apart: only their sum counts. −1: a cell of no answer. */
type Classes = { readonly ofCell: Int32Array; readonly sizes: readonly number[] };

/** Each answer splits every class into its cells inside and outside of the answer. */
function indistinguishable(answers: readonly Answer[], cells: number): Classes {
  const ofCell = new Int32Array(cells).fill(-1);
  let classes = 0;
  for (const { cells: inside } of answers) {
    const renamed = new Map<number, number>();
    for (const cell of new Set(Array.from(inside))) {
      const old = ofCell[cell] ?? -1;
      const name = renamed.get(old) ?? classes;
      if (name === classes) classes += 1;
      renamed.set(old, name);
      ofCell[cell] = name;
    }
  }
  return renumbered(ofCell);
}

function renumbered(ofCell: Int32Array): Classes {
  const numbers = new Map<number, number>([[-1, -1]]);
  const sizes: number[] = [];
  const renamed = ofCell.map((name) => {
    const number = numbers.get(name) ?? sizes.length;
    numbers.set(name, number);
    if (number >= 0) sizes[number] = (sizes[number] ?? 0) + 1;
    return number;
  });
  return { ofCell: renamed, sizes };
}

const classesIn = (cells: ArrayLike<number>, ofCell: Int32Array): readonly number[] => [
  ...new Set(Array.from(cells, (cell) => ofCell[cell] ?? -1)),
];

/** Back from the last pivot to the first; the columns without a pivot are free. */
function solve(
  { rows, pivots, prime, columns }: Echelon,
  free: (column: number) => number,
  right: (answer: number) => number,
): Float64Array {
  const values = Float64Array.from({ length: columns }, (_, column) => free(column) % prime);
  for (let at = pivots.length - 1; at >= 0; at -= 1) {
    const {
      columns: those,
      coefficients,
      answer,
    } = rows[pivots[at] ?? -1] ?? { columns: [], coefficients: [], answer: 0 };
    const rest = those.reduce(
      (sum, column, place) =>
        place === 0 ? sum : (sum + (coefficients[place] ?? 0) * (values[column] ?? 0)) % prime,
      0,
    );
    values[those[0] ?? 0] = (right(answer) - rest + prime) % prime;
  }
  return values;
}

/** Spread over the numbers below 2³², without pattern that answers could share (Knuth's multiplicative hash, twice). */
function pseudorandom(column: number): number {
  const once = Math.imul(column + 1, 2_654_435_761) >>> 0;
  return Math.imul(once ^ (once >>> 15), 2_246_822_519) >>> 0;
}

const signed = (value: number, { prime }: Echelon) => (value > prime / 2 ? value - prime : value);
