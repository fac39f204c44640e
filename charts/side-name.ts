import { pixels } from './plot-scale.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';

/** The face of a name at the left of the plot. */
export const sideFace = { size: sizes.label, weight: 400 } as const;

/** A name at the left of the plot, its lines around `middle`. `line`: from one baseline to the next; `beside`: from the plot to the words. */
export function sideName(
  lines: readonly string[],
  middle: number,
  { line, beside }: { readonly line: number; readonly beside: number },
): readonly TextRow[] {
  const first = middle + 5 - ((lines.length - 1) * line) / 2;
  return lines.map((text, index) => ({
    ...sideFace,
    text,
    align: 'right',
    color: palette.inkSoft,
    halo: false,
    x: -beside,
    y: pixels(first + index * line),
  }));
}
