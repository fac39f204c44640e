import type { CompareFinding } from '#src/compare-finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import { chartSpec } from './chart-spec.ts';
import { compareKey } from './compare-key.ts';
import { compareLayers } from './compare-layers.ts';
import { type CompareLayout, layOutCompare } from './compare-layout.ts';
import { compareMarks, compareSpans, rangeCaps } from './compare-marks.ts';
import { axisHeight, compareTexts, headRise } from './compare-texts.ts';
import type { CompareWords } from './compare-words.ts';
import { canvas, palette } from './theme.ts';

/** Height above the plot, for the key and the heads of the columns. */
const headHeight = 34;

/** Upright lines at the ticks; that of no change is stronger and reaches the axis. */
function gridRows({ ticks, height }: CompareLayout) {
  return ticks.map((percent) => ({
    percent,
    top: 0,
    bottom: percent === 0 ? height + 6 : height,
    color: percent === 0 ? palette.inkSoft : palette.grid,
    width: percent === 0 ? 1.5 : 1,
  }));
}

/**
 * The chart of a comparison: a row each, with a circle at no change, a diamond at the change, a bar between and the likely range, 800 pixels wide.
 * Its height grows with the rows.
 */
export function drawCompare(finding: CompareFinding, words: CompareWords): ChartSpec {
  const layout = layOutCompare(finding, words);
  const key = compareKey(words, canvas.margin - layout.left, -headRise);
  return chartSpec(
    words,
    {
      left: layout.left,
      right: layout.right,
      height: layout.height,
      above: headHeight,
      below: axisHeight,
    },
    {
      params: Object.entries(layout.domain).map(([name, value]) => ({ name, value })),
      datasets: {
        grid: gridRows(layout),
        spans: compareSpans(layout),
        strokes: [...rangeCaps(layout), ...key.strokes],
        marks: compareMarks(layout),
        key: key.marks,
      },
      texts: [...key.texts, ...compareTexts(words, layout)],
      layer: compareLayers(),
    },
  );
}
