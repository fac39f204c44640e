import type { AttackedLine, AttackedTable, Bounds } from '#src/disclosure/attack/attacked-table.ts';

const mostRounds = 100;

/**
 * Bounds that hold for certain, though closer ones may too: each line is solved for each of its cells with the others at
 * their ends, again and again until nothing moves (at most 100 rounds). Source: Buzzigoli and Giusti 1999, the shuttle algorithm.
 */
export function outerBounds(table: AttackedTable): Bounds {
  const bounds = { lower: table.lower.slice(), upper: table.upper.slice() };
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = table.lines.filter((line) => tighten(line, bounds));
    if (moved.length === 0) break;
  }
  return bounds;
}

type Ends = readonly [number, number];

/** The least and most of coefficient × cell. */
function ends({ lower, upper }: Bounds, cell: number, coefficient: number): Ends {
  const low = lower[cell] ?? 0;
  const high = upper[cell] ?? Infinity;
  return coefficient > 0 ? [low, high] : [-high, -low];
}

/** A sum of ends, kept apart from how many of them are infinite, so that one end can be taken out again. */
type EndSum = { finite: number; infinite: number };

function addEnd(sum: EndSum, end: number): void {
  if (Number.isFinite(end)) sum.finite += end;
  else sum.infinite += 1;
}

/** The sum of the others' ends; `endless` where one of them has none. */
function without({ finite, infinite }: EndSum, end: number, endless: number): number {
  if (Number.isFinite(end)) return infinite > 0 ? endless : finite - end;
  return infinite > 1 ? endless : finite;
}

/** True where a bound of some cell has moved. */
function tighten({ cells, coefficients, least, most }: AttackedLine, bounds: Bounds): boolean {
  const lows: EndSum = { finite: 0, infinite: 0 };
  const highs: EndSum = { finite: 0, infinite: 0 };
  const range = Array.from(cells, (cell, at) => ends(bounds, cell, coefficients[at] ?? 0));
  for (const [low, high] of range) {
    addEnd(lows, low);
    addEnd(highs, high);
  }
  const moves = range.map(([low, high], at) => {
    const top = Math.min(high, most - without(lows, low, -Infinity));
    const bottom = Math.max(low, least - without(highs, high, Infinity));
    return moveTo(
      bounds,
      cells[at] ?? 0,
      (coefficients[at] ?? 0) > 0 ? [bottom, top] : [-top, -bottom],
    );
  });
  return moves.includes(true);
}

function moveTo({ lower, upper }: Bounds, cell: number, [low, high]: Ends): boolean {
  if (low <= (lower[cell] ?? 0) && high >= (upper[cell] ?? 0)) return false;
  lower[cell] = low;
  upper[cell] = high;
  return true;
}
