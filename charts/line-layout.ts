import type { ChartWords } from './chart-words.ts';
import type { DaySpan } from './day-span.ts';
import { makePlotScale, type PlotScale } from './plot-scale.ts';
import { canvas, sizes } from './theme.ts';
import { type TimeTick, timeTicks } from './time-ticks.ts';
import { axisGap } from './trend-axes.ts';
import { nameFace, nameGap } from './trend-labels.ts';
import { chooseDomain, type ValueDomain } from './value-domain.ts';
import { type ValueTick, valueTicks } from './value-ticks.ts';
import { widestOf, wrapText } from './wrap-text.ts';

const plotHeight = 250;
/** Where nothing is published there is little to show. */
const barePlotHeight = 110;
/** Room at the foot for `[c]`, where anything is withheld. */
const withheldHeight = 24;
const nameWidth = 130;
const captionWidth = 110;
/** Keeps the outermost dates on the canvas where nothing else stands beside the plot. */
const bareSide = 34;
const axisFace = { size: sizes.label, weight: 400 } as const;

/** What a line is laid out from. `values`: all that is drawn on the value axis; `span`: the days of the chart. */
type Line = {
  readonly values: readonly number[];
  readonly span: DaySpan;
  readonly name: string;
  readonly isWithheld: boolean;
};

/** The measures of a chart of one line over time. `base`: pixels from the top of the plot to the foot of the data. `caption` and `valueTicks` are empty where nothing is published. */
export type LineLayout = {
  readonly scale: PlotScale;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly name: readonly string[];
  readonly caption: readonly string[];
  readonly valueTicks: readonly ValueTick[];
  readonly timeTicks: readonly TimeTick[];
};

/** Extends a domain downwards, so that `share` of the plot lies below it. */
function withFoot({ low, high }: ValueDomain, share: number): ValueDomain {
  return { low: low - ((high - low) * share) / (1 - share), high };
}

/** Margins from measured words, and the scale between them. */
export function layOutLine({ values, span, ...line }: Line, words: ChartWords): LineLayout {
  const bare = values.length === 0;
  const domain = chooseDomain(values);
  const ticks = bare ? [] : valueTicks(domain);
  const caption = bare ? [] : wrapText(words.trips, captionWidth, axisFace);
  const name = bare ? [] : wrapText(line.name, nameWidth, nameFace);
  const axisWidth = widestOf([...caption, ...ticks.map(({ label }) => label)], axisFace);
  const left = Math.max(bareSide, Math.ceil(canvas.margin + axisWidth + axisGap));
  const nameSpace = canvas.margin + widestOf(name, nameFace) + nameGap;
  const right = Math.max(bareSide, Math.ceil(nameSpace));
  const width = canvas.width - left - right;
  const height = bare ? barePlotHeight : plotHeight;
  const foot = line.isWithheld ? withheldHeight : 0;
  return {
    scale: makePlotScale(span, withFoot(domain, foot / height), { width, height }),
    left,
    right,
    base: height - foot,
    name,
    caption,
    valueTicks: ticks,
    timeTicks: timeTicks(span.first, span.end, width),
  };
}
