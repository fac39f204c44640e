import { z } from 'zod';
import type { Trips } from '#test/attack/statement.ts';

/** One square of a grid of flows, by where it stands. */
export type Square = { readonly row: number; readonly column: number; readonly trips: Trips };

const tile = z.object({ x: z.number(), y: z.number(), trips: z.number().optional() });
const specShape = z.object({ datasets: z.object({ tiles: z.array(tile) }) });

const placesOf = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].toSorted((a, b) => a - b);

/** The squares of a grid: the key stands above them. A square without trips is withheld. */
export function squaresIn(spec: string): readonly Square[] {
  if (spec === '') return [];
  const { tiles } = specShape.parse(JSON.parse(spec)).datasets;
  const grid = tiles.filter(({ y }) => y >= 0);
  const [columns, rows] = [placesOf(grid.map(({ x }) => x)), placesOf(grid.map(({ y }) => y))];
  return grid.map(({ x, y, trips }) => ({
    row: rows.indexOf(y),
    column: columns.indexOf(x),
    trips: trips ?? '[c]',
  }));
}
