import type { StrokeRow } from './stroke-row.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';
import { timeAxisHeight } from './trend-axes.ts';

const face = { size: sizes.note, weight: 400 } as const;
const swatch = { width: 26, height: 14, color: '#DEE4EB' } as const;

/** Height that the key needs below the time axis. */
export const keyHeight = 30;

/** The key of the usual band below the time axis, for charts whose band has no room for its label. `x`: its left edge. */
export function usualKey(
  text: string,
  x: number,
  plotHeight: number,
): { readonly strokes: readonly StrokeRow[]; readonly texts: readonly TextRow[] } {
  const y = plotHeight + timeAxisHeight + 14;
  return {
    strokes: [{ x, y, x2: x + swatch.width, y2: y, color: swatch.color, width: swatch.height }],
    texts: [
      {
        ...face,
        text,
        align: 'left',
        color: palette.inkSoft,
        halo: false,
        x: x + swatch.width + 8,
        y: y + 5,
      },
    ],
  };
}
