import type { AttackedTable, Bounds } from '#src/disclosure/attack/attacked-table.ts';

/**
 * The bounds where one table that fits, `witness`, shows that every unknown can go by itself to its own least and most
 * without breaking a line; undefined where it does not show that. Saves the search on tables that hide well.
 */
export function boundsByWitness(
  table: AttackedTable,
  witness: ArrayLike<number>,
): Bounds | undefined {
  const { up, down } = roomOf(table, witness);
  const isWide = table.lower.every((least, cell) => {
    const value = witness[cell] ?? 0;
    const most = table.upper[cell] ?? Infinity;
    const fits = value >= least && value <= most;
    return fits && most - value <= (up[cell] ?? 0) && value - least <= (down[cell] ?? 0);
  });
  return isWide ? { lower: table.lower, upper: table.upper } : undefined;
}

/** By unknown: how far the lines let it rise and fall while all others stay. Below 0 where a line is broken already. */
function roomOf(
  { lower, lines }: AttackedTable,
  witness: ArrayLike<number>,
): { readonly up: Float64Array; readonly down: Float64Array } {
  const up = new Float64Array(lower.length).fill(Infinity);
  const down = new Float64Array(lower.length).fill(Infinity);
  for (const { cells, coefficients, least, most } of lines) {
    const sum = cells.reduce(
      (total, cell, at) => total + (coefficients[at] ?? 0) * (witness[cell] ?? 0),
      0,
    );
    for (const [at, cell] of cells.entries()) {
      const [rise, fall] =
        coefficients[at] === 1 ? [most - sum, sum - least] : [sum - least, most - sum];
      up[cell] = Math.min(up[cell] ?? 0, rise);
      down[cell] = Math.min(down[cell] ?? 0, fall);
    }
  }
  return { up, down };
}
