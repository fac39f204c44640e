import type { TrendFinding } from '#src/finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import type { ChartWords } from './chart-words.ts';
import { eventLabels } from './event-labels.ts';
import { eventMarks } from './event-marks.ts';
import { makeFrame } from './frame.ts';
import { lineRuns } from './line-runs.ts';
import { suppressedMarks, withheldRuns } from './suppressed-marks.ts';
import { canvas, config } from './theme.ts';
import { captionHeight, timeAxisHeight, timeAxisTexts, valueAxisTexts } from './trend-axes.ts';
import { trendDatasets, trendParameters } from './trend-datasets.ts';
import { endLabel, innerLabels } from './trend-labels.ts';
import { trendLayers } from './trend-layers.ts';
import { type TrendLayout, layOutTrend } from './trend-layout.ts';
import { shadedPeriods, unusualWeeks, usualBand } from './trend-marks.ts';
import { keyHeight, usualKey } from './usual-key.ts';

/** Keeps event labels clear of the name of the value axis. */
const besideAxis = 8;

/**
 * The chart of a trend: weekly trips in one place with the usual band, events and periods, 800 pixels wide.
 * Its height follows the words and labels it carries.
 */
export function drawTrend(finding: TrendFinding, words: ChartWords): ChartSpec {
  const layout = layOutTrend(finding, words);
  const shown = showTrend(finding, layout, words);
  const frame = makeFrame(words, {
    left: layout.left,
    right: layout.right,
    height: layout.scale.height,
    above: Math.max(captionHeight(layout.caption.length), shown.eventHeight),
    below: timeAxisHeight + (shown.keyStrokes.length === 0 ? 0 : keyHeight),
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: words.alt,
    ...frame.spec,
    config,
    params: trendParameters(layout.scale),
    datasets: { ...trendDatasets(layout, shown), texts: [...frame.texts, ...shown.texts] },
    layer: trendLayers(),
  };
}

/** Everything in and around the plot, placed. */
function showTrend(finding: TrendFinding, layout: TrendLayout, words: ChartWords) {
  const { scale, right } = layout;
  const margin = canvas.margin - layout.left;
  const { weeks } = finding;
  const marks = eventMarks(finding, scale);
  const room = { from: besideAxis, to: scale.width + right - canvas.margin };
  const events = eventLabels(marks, scale.x, room);
  const periods = shadedPeriods(finding, scale);
  const drawn = {
    ...layout,
    rules: events.rules,
    shades: [...periods, ...unusualWeeks(finding)],
    vertices: lineRuns(weeks),
    band: layout.valueTicks.length === 0 ? undefined : usualBand(finding, scale),
  };
  const named = new Set(marks.flatMap(({ labels }) => labels));
  const unnamed = periods.filter(({ label }) => !named.has(label));
  const inner = innerLabels(drawn, unnamed, words.usualLabel);
  const key = inner.usualPlaced ? undefined : usualKey(words.usualLabel, margin, scale.height);
  return {
    ...drawn,
    weeks,
    keyStrokes: key?.strokes ?? [],
    eventHeight: events.height,
    texts: [
      ...valueAxisTexts(layout.valueTicks, layout.caption, scale, margin),
      ...timeAxisTexts(layout.timeTicks, scale),
      ...suppressedMarks(withheldRuns(weeks), scale, scale.height - 9),
      ...inner.texts,
      ...events.texts,
      ...endLabel(layout.name, drawn),
      ...(key?.texts ?? []),
    ],
  };
}
