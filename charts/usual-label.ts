import type { Box } from './box.ts';
import { type Obstacles, placeText } from './place-text.ts';
import { pixels } from './plot-scale.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';
import { widestOf, wrapText } from './wrap-text.ts';

const face = { size: sizes.note, weight: 400 } as const;
const lineHeight = 16;
const step = 8;
const inset = 6;

/** The label of the usual band, beside or inside it, or undefined where there is no free place. `band`: in pixels of the plot. */
export function usualLabel(
  text: string,
  band: Box,
  obstacles: Obstacles,
): readonly TextRow[] | undefined {
  const oneLine = [text];
  const twoLines = wrapText(text, widestOf(oneLine, face) * 0.6, face);
  return placeText([...placesOf(oneLine, band), ...placesOf(twoLines, band)], obstacles);
}

/** Above, below and inside the band; along it from its left end, then reaching out to the left by half. */
function placesOf(lines: readonly string[], band: Box): readonly (readonly TextRow[])[] {
  const width = widestOf(lines, face);
  const along = stepsBetween(band.left + inset, Math.max(band.left, band.right - width) + inset);
  const before = stepsBetween(band.left - width / 2, band.left).toReversed();
  const rise = (lines.length - 1) * lineHeight;
  const baselines = [
    band.top - inset - rise,
    band.bottom + inset + 10,
    band.top + inset + 10,
    band.bottom - inset - rise,
  ];
  return baselines.flatMap((first) =>
    [...along, ...before].map((x) =>
      lines.map((text, index) => ({
        ...face,
        text,
        align: 'left' as const,
        color: palette.focus,
        halo: false,
        x: pixels(x),
        y: pixels(first + index * lineHeight),
      })),
    ),
  );
}

function stepsBetween(from: number, to: number): readonly number[] {
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  return Array.from({ length: count }, (_, index) => from + index * step);
}
