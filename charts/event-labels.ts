import type { EventMark } from './event-marks.ts';
import { placeLabels } from './place-labels.ts';
import { pixels } from './plot-scale.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';
import { widestOf, wrapText } from './wrap-text.ts';

/** A dashed rule: from `top` (pixels, negative above the plot) down to the base. */
export type EventRule = {
  readonly date: string;
  readonly day: number;
  readonly asked: boolean;
  readonly top: number;
};

type Style = {
  readonly size: number;
  readonly weight: 400;
  readonly line: number;
  readonly color: string;
  readonly widest: number;
};

const askedStyle: Style = {
  size: sizes.label,
  weight: 400,
  line: 18,
  color: palette.ink,
  widest: 250,
};
const otherStyle: Style = {
  size: sizes.small,
  weight: 400,
  line: 15,
  color: palette.inkFaint,
  widest: 180,
};
/** Narrower labels are tried only for the rows they save. */
const widths = [1, 0.62];
const narrowingCost = 30;
const aboveData = 8;

/**
 * Labels for event rules in rows above the plot, and the height they need. `x` gives the pixel of a day.
 * `within`: the pixels that labels may fill from left to right.
 */
export function eventLabels(
  marks: readonly EventMark[],
  x: (day: number) => number,
  within: { readonly from: number; readonly to: number },
): {
  readonly height: number;
  readonly rules: readonly EventRule[];
  readonly texts: readonly TextRow[];
} {
  if (marks.length === 0) return { height: 0, rules: [], texts: [] };
  const layouts = widths.map((share, index) => {
    const blocks = marks.map((mark) => ({ mark, ...blockOf(mark, share) }));
    const placed = placeLabels(
      blocks.map((block) => ({ ...block, x: x(block.mark.day) })),
      within,
    );
    return { blocks, ...placed, cost: placed.cost + index * narrowingCost };
  });
  const best = layouts.reduce((a, b) => (b.cost < a.cost ? b : a));
  const height = best.height + aboveData;
  const standing = best.blocks.map((block, index) => {
    const stood = best.stood[index];
    if (stood === undefined) throw new Error('a label was not placed');
    return { ...block, ...stood, top: stood.top - height };
  });
  return {
    height,
    rules: standing.map(({ mark, side, top, height: own }) => ({
      date: mark.date,
      day: mark.day,
      asked: mark.asked,
      top: pixels(side === 'above' ? top + own + 2 : top),
    })),
    texts: standing.flatMap((label) => rowsOf(label)),
  };
}

function styleOf(mark: EventMark): Style {
  return mark.asked ? askedStyle : otherStyle;
}

function blockOf(mark: EventMark, share: number) {
  const style = styleOf(mark);
  const wrapped = mark.labels.flatMap((label) => wrapText(label, style.widest * share, style));
  const lines = [...wrapped, mark.dateLabel];
  return { lines, width: widestOf(lines, style), height: lines.length * style.line };
}

function rowsOf(label: {
  readonly mark: EventMark;
  readonly lines: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly side: 'right' | 'left' | 'above';
}): readonly TextRow[] {
  const { size, weight, line, color } = styleOf(label.mark);
  const align = ({ right: 'left', left: 'right', above: 'center' } as const)[label.side];
  const x = label.left + { left: 0, center: label.width / 2, right: label.width }[align];
  return label.lines.map((text, index) => ({
    text,
    size,
    weight,
    color,
    align,
    halo: true,
    x: pixels(x),
    y: pixels(label.top + index * line + size * 0.86),
  }));
}
