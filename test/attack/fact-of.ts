import type { Fact } from '#test/attack/average-facts.ts';
import type { CellsBehind } from '#test/attack/cells-behind.ts';
import type { Figure } from '#test/attack/subject.ts';

/** What a figure says of the cells that an insider does not know: those known are taken off. */
export function factOf(figure: Figure, trips: number, { cells }: CellsBehind): Fact {
  const all = cells(figure);
  const known = all.filter((cell) => cell.known);
  return {
    unknowns: all.filter((cell) => !cell.known).map(({ name }) => name),
    sum: trips - known.reduce((sum, { taken }) => sum + taken, 0),
  };
}
