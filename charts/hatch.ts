/** One hatched box: `x`, `y` its centre in pixels. `shape` is an SVG path in units of half the width, as Vega's symbols are; `area` their size. */
export type HatchRow = {
  readonly x: number;
  readonly y: number;
  readonly shape: string;
  readonly area: number;
};

/** Pixels between two strokes. */
const gap = 4.6;

type Corner = readonly [number, number];

/**
 * Diagonal strokes clipped to a box of some width and height, as a symbol: a pattern fill would silently be drawn as data on a canvas.
 */
export function hatchBox(box: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): HatchRow {
  const { x, y, width, height } = box;
  const shape = strokes(height / width, (gap * Math.SQRT2 * 2) / width);
  return { x: x + width / 2, y: y + height / 2, shape, area: width * width };
}

/** Strokes of slope −1, `step` apart along an axis, in the box from −1 to 1 and −`half` to `half`. */
function strokes(half: number, step: number): string {
  const corners: readonly Corner[] = [
    [-1, -half],
    [1, -half],
    [1, half],
    [-1, half],
  ];
  const reach = 1 + half;
  const count = Math.floor((2 * reach - step / 2) / step) + 1;
  return Array.from({ length: count }, (_, index) => -reach + step / 2 + index * step)
    .map((level) => stroke(corners, level))
    .join('');
}

/** The part of the line x + y = `level` inside the corners. */
function stroke(corners: readonly Corner[], level: number): string {
  const ends = corners.flatMap(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    const [here, there] = [x + y - level, nextX + nextY - level];
    if (here < 0 === there < 0) return [];
    const share = here / (here - there);
    return [`${(x + (nextX - x) * share).toFixed(3)},${(y + (nextY - y) * share).toFixed(3)}`];
  });
  return ends.length === 2 ? `M${ends.join('L')}` : '';
}
