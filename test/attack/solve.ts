/** The sum of some unknowns, as a face told it. */
export type Fact = { readonly unknowns: readonly string[]; readonly sum: number };

/** What linear algebra makes of the facts: the unknowns that they determine, and how many facts contradict the others. */
export type Solved = {
  readonly recovered: ReadonlyMap<string, number>;
  readonly contradictions: number;
  readonly rank: number;
};

/** A row in whole numbers: coefficients by unknown, none of them 0, and the right-hand side. */
type Row = { readonly terms: Map<string, number>; sum: number };

function divisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** row := row × a − other × c, so that `pivot` vanishes from it; divided by what all its numbers share. */
function cancel(row: Row, other: Row, pivot: string): void {
  const c = row.terms.get(pivot);
  const a = other.terms.get(pivot);
  if (c === undefined || a === undefined) return;
  for (const [name, value] of row.terms) row.terms.set(name, value * a);
  for (const [name, value] of other.terms) {
    const left = (row.terms.get(name) ?? 0) - value * c;
    if (left === 0) row.terms.delete(name);
    else row.terms.set(name, left);
  }
  row.sum = row.sum * a - other.sum * c;
  reduce(row);
}

function reduce(row: Row): void {
  const shared = row.terms.values().reduce(divisor, Math.abs(row.sum));
  if (shared > 1) {
    for (const [name, value] of row.terms) row.terms.set(name, value / shared);
    row.sum /= shared;
  }
  const largest = row.terms.values().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!Number.isSafeInteger(largest) || !Number.isSafeInteger(row.sum))
    throw new Error('the elimination has left the whole numbers');
}

/** Exact Gauss–Jordan elimination in whole numbers. An unknown is recovered where a row holds it alone. */
export function solve(facts: readonly Fact[]): Solved {
  const rows = new Map<string, Row>();
  let contradictions = 0;
  for (const { unknowns, sum } of facts) {
    const row: Row = { terms: new Map(unknowns.map((name) => [name, 1])), sum };
    for (const [pivot, other] of rows) cancel(row, other, pivot);
    const [pivot] = row.terms.keys();
    if (pivot === undefined) contradictions += Number(row.sum !== 0);
    else {
      for (const other of rows.values()) cancel(other, row, pivot);
      rows.set(pivot, row);
    }
  }
  const alone = [...rows].filter(([, { terms }]) => terms.size === 1);
  const recovered = new Map(
    alone.map(([name, { terms, sum }]) => [name, sum / (terms.get(name) ?? 1)]),
  );
  return { recovered, contradictions, rank: rows.size };
}
