import { attackContradiction } from '#src/disclosure/attack/attack-contradiction.ts';

/** One exact answer: the sum of different cells, by number, and its whole value. */
export type Answer = { readonly cells: ArrayLike<number>; readonly value: number };

/** An equation modulo the prime, its first column the pivot with coefficient 1; columns in pivot order. */
type EchelonRow = {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly answer: number;
};

/** `rows` by pivot column; `pivots`: these columns in the order in which they are eliminated. */
export type Echelon = {
  readonly rows: readonly (EchelonRow | undefined)[];
  readonly pivots: readonly number[];
  readonly prime: number;
  readonly columns: number;
};

/** The largest below 2²⁶, so that products of two residues are exact in a double. */
const prime = 67_108_859;

/**
 * Gaussian elimination modulo a prime, short answers first and rare columns first, so that rows stay sparse.
 * Throws `ReleaseFault` where two answers contradict each other.
 */
export function reduceAnswers(answers: readonly Answer[], columns: number): Echelon {
  const order = rarestFirst(answers, columns);
  const rows: (EchelonRow | undefined)[] = Array.from({ length: columns });
  const work = new Float64Array(columns + 1);
  for (const answer of answers.toSorted((one, other) => one.cells.length - other.cells.length)) {
    for (const cell of Array.from(answer.cells)) work[cell] = 1;
    work[columns] = residue(answer.value);
    const first = eliminate(work, order, rows);
    if (first === undefined && work[columns] !== 0) throw attackContradiction();
    if (first !== undefined) rows[order[first] ?? 0] = rowOf(work, order, first);
    work.fill(0);
  }
  return { rows, pivots: order.filter((column) => rows[column] !== undefined), prime, columns };
}

const residue = (value: number) => ((value % prime) + prime) % prime;

function rarestFirst(answers: readonly Answer[], columns: number): readonly number[] {
  const times = new Int32Array(columns);
  for (const { cells } of answers)
    for (const cell of Array.from(cells)) times[cell] = (times[cell] ?? 0) + 1;
  return [...times.keys()].sort((one, other) => (times[one] ?? 0) - (times[other] ?? 0));
}

/** Takes out every pivot column; gives the place in the order of the first column left. */
function eliminate(
  work: Float64Array,
  order: readonly number[],
  rows: readonly (EchelonRow | undefined)[],
): number | undefined {
  let first: number | undefined;
  for (const [place, column] of order.entries()) {
    const factor = work[column] ?? 0;
    if (factor === 0) continue;
    const row = rows[column];
    if (row === undefined) first ??= place;
    else subtract(work, row, factor);
  }
  return first;
}

function subtract(
  work: Float64Array,
  { columns, coefficients, answer }: EchelonRow,
  factor: number,
): void {
  const last = work.length - 1;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    work[column] = residue((work[column] ?? 0) - factor * (coefficients[at] ?? 0));
  }
  work[last] = residue((work[last] ?? 0) - factor * answer);
}

function rowOf(work: Float64Array, order: readonly number[], first: number): EchelonRow {
  const columns = order.filter((column, place) => place >= first && work[column] !== 0);
  const inverse = inverseOf(work[columns[0] ?? 0] ?? 1);
  return {
    columns,
    coefficients: columns.map((column) => (inverse * (work[column] ?? 0)) % prime),
    answer: (inverse * (work.at(-1) ?? 0)) % prime,
  };
}

/** By Euclid's algorithm. */
function inverseOf(value: number): number {
  let [a, b, x, y] = [value, prime, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return residue(x);
}
