import type { FoundWeek } from '#src/finding.ts';
import type { EventRule } from './event-labels.ts';
import type { LineLayout } from './line-layout.ts';
import type { LineVertex } from './line-runs.ts';
import type { PlotScale } from './plot-scale.ts';
import type { StrokeRow } from './stroke-row.ts';
import { withheldRuns, withheldStrokes } from './suppressed-marks.ts';
import { palette } from './theme.ts';
import { timeAxisStrokes } from './trend-axes.ts';
import { type BandDays, type ShadedDays, dotsOf } from './trend-marks.ts';

const dayMs = 86_400_000;

/** What the chart of a line shows besides text. `keyStrokes`: drawn last, such as a key below the plot. */
export type Shown = {
  readonly weeks: readonly FoundWeek[];
  readonly shades: readonly ShadedDays[];
  readonly band: BandDays | undefined;
  readonly rules: readonly EventRule[];
  readonly vertices: readonly LineVertex[];
  readonly keyStrokes: readonly StrokeRow[];
};

/** The rows of the data sets that `trendLayers` draws, without `texts`. Times are in milliseconds since 1970. */
export function trendDatasets(layout: LineLayout, shown: Shown) {
  const { scale, base, timeTicks, valueTicks } = layout;
  return {
    shades: shown.shades.map(({ from, to, fill }) => ({
      ...daysMs(from, to),
      top: 0,
      bottom: base,
      fill,
    })),
    usual: shown.band === undefined ? [] : [bandRow(shown.band)],
    grid: valueTicks.map(({ value }) => gridRow(value)),
    strokes: [
      ...withheldStrokes(withheldRuns(shown.weeks), scale),
      ...timeAxisStrokes(timeTicks, scale),
      ...shown.keyStrokes,
    ],
    events: shown.rules.map((rule) => eventRow(rule, base)),
    line: shown.vertices.map(lineRow),
    dots: dotsOf(shown.vertices).map(({ area, ...vertex }) => ({ ...lineRow(vertex), area })),
  };
}

/** The parameters that `trendLayers` reads: the ends of both scales. */
export function trendParameters({ first, end, domain }: PlotScale) {
  const values = { firstMs: first * dayMs, endMs: end * dayMs, ...domain };
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

function daysMs(from: number, to: number) {
  return { fromMs: from * dayMs, toMs: to * dayMs };
}

function bandRow({ from, to, low, high }: BandDays) {
  return { ...daysMs(from, to), low, high };
}

/** Zero is stronger than other lines. */
function gridRow(value: number) {
  return { trips: value, color: value === 0 ? palette.baseline : palette.grid };
}

function eventRow({ date, day, asked, top }: EventRule, bottom: number) {
  const style = asked
    ? { color: palette.event, width: 1.5 }
    : { color: palette.otherEvent, width: 1 };
  return { date, dateMs: day * dayMs, top, bottom, ...style };
}

function lineRow({ week, day, trips, run, tone }: LineVertex) {
  return { week, middleMs: day * dayMs, trips, run, tone };
}
