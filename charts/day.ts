import type { DayFinding } from '#src/day-finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import type { ChartWords } from './chart-words.ts';
import { layOutDays } from './day-layout.ts';
import { dayRuns, weekends, withheldDays } from './day-marks.ts';
import { eventLabels } from './event-labels.ts';
import { eventMarks } from './event-marks.ts';
import { eventRoom, lineChart } from './line-chart.ts';
import type { LineLayout } from './line-layout.ts';
import { suppressedMarks, withheldStrokes } from './suppressed-marks.ts';
import { canvas } from './theme.ts';
import { timeAxisTexts, valueAxisTexts } from './trend-axes.ts';
import { endLabel } from './trend-labels.ts';

/**
 * The chart of days: trips a day in one place with weekends shaded and events, 800 pixels wide.
 * It has the structure of a trend chart. Some day of the finding must be published.
 */
export function drawDays(finding: DayFinding, words: ChartWords): ChartSpec {
  const layout = layOutDays(finding, words);
  return lineChart(layout, showDays(finding, layout), words);
}

/** Everything in and around the plot, placed. */
function showDays(finding: DayFinding, layout: LineLayout) {
  const { scale, left } = layout;
  const events = eventLabels(eventMarks(finding.trend, scale), scale.x, eventRoom(layout));
  const withheld = withheldDays(finding.days);
  const drawn = {
    ...layout,
    weeks: [],
    band: undefined,
    rules: events.rules,
    shades: weekends(finding),
    vertices: dayRuns(finding.days),
    keyStrokes: withheldStrokes(withheld, scale),
  };
  return {
    ...drawn,
    keyHeight: 0,
    eventHeight: events.height,
    texts: [
      ...valueAxisTexts(layout.valueTicks, layout.caption, scale, canvas.margin - left),
      ...timeAxisTexts(layout.timeTicks, scale),
      ...suppressedMarks(withheld, scale, scale.height - 9),
      ...events.texts,
      ...endLabel(layout.name, drawn),
    ],
  };
}
