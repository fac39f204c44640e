/** A rectangle in pixels; y grows downwards. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A point in pixels. */
export type Point = { readonly x: number; readonly y: number };

/** Whether two boxes come nearer than `gap` pixels. */
export function boxesMeet(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.right + gap &&
    b.left < a.right + gap &&
    a.top < b.bottom + gap &&
    b.top < a.bottom + gap
  );
}

/** Whether a straight stroke passes nearer to a box than `gap` pixels. */
export function strokeMeets(from: Point, to: Point, box: Box, gap = 0): boolean {
  const across = clip(from.x, to.x, box.left - gap, box.right + gap);
  const down = clip(from.y, to.y, box.top - gap, box.bottom + gap);
  return Math.max(across.enter, down.enter, 0) <= Math.min(across.leave, down.leave, 1);
}

/** The part of a stroke, as fractions of its length, that lies between two bounds. */
function clip(from: number, to: number, low: number, high: number) {
  if (from === to) {
    const inside = from > low && from < high;
    return inside ? { enter: 0, leave: 1 } : { enter: 1, leave: 0 };
  }
  const first = (low - from) / (to - from);
  const second = (high - from) / (to - from);
  return { enter: Math.min(first, second), leave: Math.max(first, second) };
}
