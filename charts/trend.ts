import type { TrendFinding } from '#src/finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import type { ChartWords } from './chart-words.ts';
import { eventLabels } from './event-labels.ts';
import { eventMarks } from './event-marks.ts';
import { eventRoom, lineChart } from './line-chart.ts';
import type { LineLayout } from './line-layout.ts';
import { lineRuns } from './line-runs.ts';
import { suppressedMarks, withheldRuns } from './suppressed-marks.ts';
import { canvas } from './theme.ts';
import { timeAxisTexts, valueAxisTexts } from './trend-axes.ts';
import { endLabel, innerLabels } from './trend-labels.ts';
import { layOutTrend } from './trend-layout.ts';
import { shadedPeriods, unusualWeeks, usualBand } from './trend-marks.ts';
import { keyHeight, usualKey } from './usual-key.ts';

/**
 * The chart of a trend: weekly trips in one place with the usual band, events and periods, 800 pixels wide.
 * Its height follows the words and labels it carries.
 */
export function drawTrend(finding: TrendFinding, words: ChartWords): ChartSpec {
  const layout = layOutTrend(finding, words);
  return lineChart(layout, showTrend(finding, layout, words), words);
}

/** Everything in and around the plot, placed. */
function showTrend(finding: TrendFinding, layout: LineLayout, words: ChartWords) {
  const { scale } = layout;
  const margin = canvas.margin - layout.left;
  const { weeks } = finding;
  const marks = eventMarks(finding, scale);
  const events = eventLabels(marks, scale.x, eventRoom(layout));
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
    keyHeight: key === undefined ? 0 : keyHeight,
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
