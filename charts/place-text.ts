import { type Box, type Point, boxesMeet, strokeMeets } from './box.ts';
import { type TextRow, textBox } from './text-row.ts';

/** A straight stroke, from one end to the other. */
export type Stroke = readonly [Point, Point];

/** What a label in the plot must keep clear of: other labels, and `strokes` of lines and rules. The `grid` and the edges of `shades` are crossed only if there is no better place. */
export type Obstacles = {
  readonly within: Box;
  readonly boxes: readonly Box[];
  readonly strokes: readonly Stroke[];
  readonly grid: readonly Stroke[];
  readonly shades: readonly Box[];
};

const clearance = 5;

/**
 * The best of several places for a label that is free, the earliest of equals, or undefined. A place is all lines of the label.
 * On bare paper the label gets a halo, which hides the grid below it.
 */
export function placeText(
  places: readonly (readonly TextRow[])[],
  obstacles: Obstacles,
): readonly TextRow[] | undefined {
  const free = places.filter((rows) => rows.every((row) => isFree(textBox(row), obstacles)));
  const cost = (rows: readonly TextRow[]) =>
    2 * straddled(rows, obstacles.shades) + crossed(rows, obstacles.grid);
  const [best] = free.toSorted((a, b) => cost(a) - cost(b));
  const onPaper = best?.every(
    (row) => !obstacles.shades.some((shade) => boxesMeet(textBox(row), shade)),
  );
  return best?.map((row) => ({ ...row, halo: onPaper === true }));
}

function isFree(box: Box, { within, boxes, strokes }: Obstacles): boolean {
  return (
    box.left >= within.left &&
    box.right <= within.right &&
    box.top >= within.top &&
    box.bottom <= within.bottom &&
    !boxes.some((other) => boxesMeet(box, other, clearance)) &&
    !strokes.some(([from, to]) => strokeMeets(from, to, box, clearance))
  );
}

function straddled(rows: readonly TextRow[], shades: readonly Box[]): number {
  const boxes = rows.map(textBox);
  const meets = (shade: Box) => boxes.some((box) => boxesMeet(box, shade, 2));
  const holds = (shade: Box) =>
    boxes.every(({ left, right }) => left >= shade.left && right <= shade.right);
  return shades.filter((shade) => meets(shade) && !holds(shade)).length;
}

function crossed(rows: readonly TextRow[], strokes: readonly Stroke[]): number {
  const meets = ([from, to]: Stroke) => rows.some((row) => strokeMeets(from, to, textBox(row), 1));
  return strokes.filter(meets).length;
}
