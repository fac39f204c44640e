/** A label to be stood in rows above a plot, beside a rule at `x`. */
export type Standing = { readonly x: number; readonly width: number; readonly height: number };

/** Where a label went. `left`, `top`: its corner, `top` counted down from the top row. `side`: of its rule; `above` means that the rule ends below the label. */
export type Stood = { readonly left: number; readonly top: number; readonly side: Side };

type Side = 'right' | 'left' | 'above';
type Span = { readonly from: number; readonly to: number };

const besideRule = 8;
const betweenLabels = 14;
const fromOtherRules = 5;
const betweenRows = 6;
/** Up to this many labels every choice of sides is tried: 3^6 = 729. */
const triedInFull = 6;

/**
 * Stands labels in the fewest and lowest rows so that none meets another, none leaves `within`, and no rule of one runs through another.
 * Where that cannot be done each label has a row of its own and rules pass behind. `items` ascend by `x`.
 */
export function placeLabels(
  items: readonly Standing[],
  within: Span,
): { readonly stood: readonly Stood[]; readonly height: number; readonly cost: number } {
  let best = stack(items, within);
  for (const sides of choicesOfSides(items.length)) {
    const spans = items.map((item, index) => spanOf(item, sides[index] ?? 'right', within));
    if (!spans.every(({ from, to }) => from >= within.from && to <= within.to)) continue;
    const rows = assignRows(items, spans);
    if (rows === undefined) continue;
    const placed = settle(items, spans, sides, rows);
    if (placed.cost < best.cost) best = placed;
  }
  return best;
}

function stack(items: readonly Standing[], within: Span) {
  const sides = items.map(({ x, width }): Side =>
    x + besideRule + width <= within.to ? 'right' : 'left',
  );
  const spans = items.map((item, index) => {
    const span = spanOf(item, sides[index] ?? 'right', within);
    const from = Math.max(within.from, span.from);
    return { from, to: from + item.width };
  });
  const placed = settle(
    items,
    spans,
    sides,
    items.map((_, index) => index),
  );
  return { ...placed, cost: placed.cost + 10_000 };
}

function spanOf({ x, width }: Standing, side: Side, within: Span): Span {
  switch (side) {
    case 'right':
      return { from: x + besideRule, to: x + besideRule + width };
    case 'left':
      return { from: x - besideRule - width, to: x - besideRule };
    case 'above': {
      const from = Math.max(within.from, Math.min(x - width / 2, within.to - width));
      return { from, to: from + width };
    }
    default:
      return side satisfies never;
  }
}

function settle(
  items: readonly Standing[],
  spans: readonly Span[],
  sides: readonly Side[],
  rows: readonly number[],
) {
  const heights = Array.from({ length: Math.max(-1, ...rows) + 1 }, (_, row) =>
    Math.max(...items.map(({ height }, index) => (rows[index] === row ? height : 0))),
  );
  const tops = heights.map((_, row) =>
    heights.slice(0, row).reduce((sum, each) => sum + each + betweenRows, 0),
  );
  const height = heights.reduce((sum, each) => sum + each + betweenRows, 0);
  const stood = spans.map(({ from }, index) => ({
    left: from,
    top: tops[rows[index] ?? 0] ?? 0,
    side: sides[index] ?? 'right',
  }));
  const price = { right: 0, left: 2, above: 45 };
  return { stood, height, cost: stood.reduce((sum, { side }) => sum + price[side], height) };
}

/** The row of each label, 0 at the top, or undefined where two rules each run through the other's label. */
function assignRows(
  items: readonly Standing[],
  spans: readonly Span[],
): readonly number[] | undefined {
  const mustBeBelow = items.map(({ x }, index) =>
    spans.flatMap(({ from, to }, other) =>
      other !== index && x > from - fromOtherRules && x < to + fromOtherRules ? [other] : [],
    ),
  );
  const rows: (number | undefined)[] = items.map(() => undefined);
  const rowOf = (index: number) => rows[index];
  for (let placed = 0; placed < items.length; placed += 1) {
    const next = items.findIndex(
      (_, index) =>
        rowOf(index) === undefined &&
        mustBeBelow[index]?.every((other) => rowOf(other) !== undefined),
    );
    if (next === -1) return undefined;
    let row = Math.max(-1, ...(mustBeBelow[next] ?? []).map((other) => rowOf(other) ?? 0)) + 1;
    while (spans.some((_, other) => rowOf(other) === row && crowds(spans, next, other))) row += 1;
    rows[next] = row;
  }
  return rows.map((row) => row ?? 0);
}

function crowds(spans: readonly Span[], one: number, other: number): boolean {
  const a = spans[one];
  const b = spans[other];
  return (
    a !== undefined &&
    b !== undefined &&
    a.from < b.to + betweenLabels &&
    b.from < a.to + betweenLabels
  );
}

/** Every choice for few labels; for many, those that turn from right over above to left once along the axis. */
function choicesOfSides(count: number): readonly (readonly Side[])[] {
  const each: readonly Side[] = ['right', 'left', 'above'];
  if (count <= triedInFull) {
    let choices: readonly (readonly Side[])[] = [[]];
    for (let index = 0; index < count; index += 1) {
      choices = choices.flatMap((choice) => each.map((side) => [...choice, side]));
    }
    return choices;
  }
  const turns = Array.from({ length: count + 1 }, (_, index) => index);
  return turns.flatMap((toAbove) =>
    turns
      .filter((toLeft) => toLeft >= toAbove)
      .map((toLeft) =>
        turns
          .slice(0, count)
          .map((at) => (at < toAbove ? 'right' : at < toLeft ? 'above' : 'left')),
      ),
  );
}
