import type { ChartSpec } from '#src/ports.ts';
import { chartSpec } from './chart-spec.ts';
import type { ChartWords } from './chart-words.ts';
import type { LineLayout } from './line-layout.ts';
import type { TextRow } from './text-row.ts';
import { canvas } from './theme.ts';
import { captionHeight, timeAxisHeight } from './trend-axes.ts';
import { type Shown, trendDatasets, trendParameters } from './trend-datasets.ts';
import { trendLayers } from './trend-layers.ts';

/** Keeps event labels clear of the name of the value axis. */
const besideAxis = 8;

/** The pixels that labels of events may fill, from left to right. */
export const eventRoom = ({ scale, right }: LineLayout) => ({
  from: besideAxis,
  to: scale.width + right - canvas.margin,
});

/** Everything in and around the plot, placed. `eventHeight`: above the plot, for labels of events; `keyHeight`: below the time axis, for a key. */
type LinePicture = Shown & {
  readonly texts: readonly TextRow[];
  readonly eventHeight: number;
  readonly keyHeight: number;
};

/** The chart of one line over time. Its height follows the words and labels it carries. */
export const lineChart = (layout: LineLayout, picture: LinePicture, words: ChartWords): ChartSpec =>
  chartSpec(
    words,
    {
      left: layout.left,
      right: layout.right,
      height: layout.scale.height,
      above: Math.max(captionHeight(layout.caption.length), picture.eventHeight),
      below: timeAxisHeight + picture.keyHeight,
    },
    {
      params: trendParameters(layout.scale),
      datasets: trendDatasets(layout, picture),
      texts: picture.texts,
      layer: trendLayers(),
    },
  );
