import type { TrendFinding } from '#src/finding.ts';
import type { ChartWords } from './chart-words.ts';
import { type PlotScale, makePlotScale } from './plot-scale.ts';
import { canvas, sizes } from './theme.ts';
import { type TimeTick, timeTicks } from './time-ticks.ts';
import { axisGap } from './trend-axes.ts';
import { nameFace, nameGap } from './trend-labels.ts';
import { spanOf, usualBand } from './trend-marks.ts';
import { type ValueDomain, chooseDomain } from './value-domain.ts';
import { type ValueTick, valueTicks } from './value-ticks.ts';
import { widestOf, wrapText } from './wrap-text.ts';

const plotHeight = 250;
/** Where nothing is published there is little to show. */
const barePlotHeight = 110;
/** Room at the foot for `[c]`, where any week is withheld. */
const withheldHeight = 24;
const nameWidth = 130;
const captionWidth = 110;
/** Keeps the outermost dates on the canvas where nothing else stands beside the plot. */
const bareSide = 34;
const axisFace = { size: sizes.label, weight: 400 } as const;

/** The measures of one trend chart. `base`: pixels from the top of the plot to the foot of the data. `caption` and `valueTicks` are empty where nothing is published. */
export type TrendLayout = {
  readonly scale: PlotScale;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly name: readonly string[];
  readonly caption: readonly string[];
  readonly valueTicks: readonly ValueTick[];
  readonly timeTicks: readonly TimeTick[];
};

/** Margins from measured words, and the scale between them. */
export function layOutTrend(finding: TrendFinding, words: ChartWords): TrendLayout {
  const values = drawnValues(finding);
  const bare = values.length === 0;
  const domain = chooseDomain(values);
  const ticks = bare ? [] : valueTicks(domain);
  const caption = bare ? [] : wrapText(words.trips, captionWidth, axisFace);
  const name = bare ? [] : wrapText(finding.area.name, nameWidth, nameFace);
  const axisWidth = widestOf([...caption, ...ticks.map(({ label }) => label)], axisFace);
  const left = Math.max(bareSide, Math.ceil(canvas.margin + axisWidth + axisGap));
  const nameSpace = canvas.margin + widestOf(name, nameFace) + nameGap;
  const right = Math.max(bareSide, Math.ceil(nameSpace));
  const span = spanOf(finding);
  const width = canvas.width - left - right;
  const height = bare ? barePlotHeight : plotHeight;
  const foot = finding.weeks.some(({ trips }) => trips.kind === 'suppressed') ? withheldHeight : 0;
  const scale = makePlotScale(span, withFoot(domain, foot / height), { width, height });
  const dates = timeTicks(span.first, span.end, width);
  return {
    scale,
    left,
    right,
    base: height - foot,
    name,
    caption,
    valueTicks: ticks,
    timeTicks: dates,
  };
}

/** Whether the value axis of a finding starts at zero, as a reader must be told if not. */
export const startsAtZero = (finding: TrendFinding): boolean =>
  chooseDomain(drawnValues(finding)).low === 0;

/** The published weeks and, where there are any, the edges of the usual band. */
function drawnValues(finding: TrendFinding): readonly number[] {
  const values = finding.weeks.flatMap(({ trips }) =>
    trips.kind === 'published' ? [trips.value] : [],
  );
  const band = usualBand(finding, spanOf(finding));
  return values.length === 0 || band === undefined ? values : [...values, band.low, band.high];
}

/** Extends a domain downwards, so that `share` of the plot lies below it. */
function withFoot({ low, high }: ValueDomain, share: number): ValueDomain {
  return { low: low - ((high - low) * share) / (1 - share), high };
}
