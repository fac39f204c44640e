import type { AttackedLine, AttackedTable } from '#src/disclosure/attack/attacked-table.ts';

/** One printed cell or margin: a key for each dimension; `value` undefined where it is withheld. */
export type PrintedCell = { readonly keys: readonly string[]; readonly value: number | undefined };

/** A dimension's sums: by key of a whole, the keys of the parts that add up to it. */
export type Wholes = ReadonlyMap<string, readonly string[]>;

/** `printed`: by cell of the table, its place among the printed cells. */
export type PrintedTable = { readonly table: AttackedTable; readonly printed: Int32Array };

/**
 * What an attacker makes of a printed table with withheld cells, knowing only that they are whole numbers from
 * `leastWithheld` on (0; 1 where zeros are published) and that in every dimension the parts of each printed whole add up to
 * it. Parts that are not printed are nothing, but a whole of which no part is printed stands by itself. `wholes`: one for each key of a cell, in the same order.
 */
export function tableFromCells(
  cells: readonly PrintedCell[],
  wholes: readonly Wholes[],
  leastWithheld: 0 | 1 = 0,
): PrintedTable {
  const placeOf = new Map(cells.map(({ keys }, place) => [nameOf(keys), place]));
  const printed = Int32Array.from(
    [...cells.keys()].filter((place) => cells[place]?.value === undefined),
  );
  const unknown = new Map([...printed].map((place, number) => [place, number]));
  const lines = sums(cells, wholes, placeOf).map((places) => lineOf(places, cells, unknown));
  const table = {
    lower: new Float64Array(printed.length).fill(leastWithheld),
    upper: new Float64Array(printed.length).fill(Infinity),
    lines: lines.filter((line) => line.cells.length > 0),
  };
  return { table, printed };
}

const nameOf = (keys: readonly string[]) => keys.join('\u{1F}');

/** Every sum that is printed: first the place of the whole, then the places of its parts. */
function sums(
  cells: readonly PrintedCell[],
  wholes: readonly Wholes[],
  placeOf: ReadonlyMap<string, number>,
): readonly (readonly number[])[] {
  return cells.flatMap(({ keys }, whole) =>
    wholes.flatMap((dimension, axis) => {
      const parts = dimension.get(keys[axis] ?? '');
      if (parts === undefined) return [];
      const places = parts
        .map((part) => placeOf.get(nameOf(keys.with(axis, part))))
        .filter((place) => place !== undefined);
      return places.length === 0 ? [] : [[whole, ...places]];
    }),
  );
}

/** Parts − whole = 0, with what is printed brought to the other side. */
function lineOf(
  places: readonly number[],
  cells: readonly PrintedCell[],
  unknown: ReadonlyMap<number, number>,
): AttackedLine {
  const coefficientOf = (at: number) => (at === 0 ? -1 : 1);
  const open = [...places.keys()].filter((at) => unknown.has(places[at] ?? -1));
  const known = places.reduce(
    (sum, place, at) => sum + coefficientOf(at) * (cells[place]?.value ?? 0),
    0,
  );
  return {
    cells: Int32Array.from(open, (at) => unknown.get(places[at] ?? -1) ?? 0),
    coefficients: Int8Array.from(open, coefficientOf),
    least: 0 - known,
    most: 0 - known,
  };
}
