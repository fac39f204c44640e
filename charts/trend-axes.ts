import { type PlotScale, pixels } from './plot-scale.ts';
import type { StrokeRow } from './stroke-row.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';
import type { TimeTick } from './time-ticks.ts';
import type { ValueTick } from './value-ticks.ts';

const face = { size: sizes.label, weight: 400, color: palette.inkFaint, halo: false } as const;
const lineHeight = 17;
const tickLength = 5;
/** From the plot to the words of the value axis. */
export const axisGap = 8;
/** Height of the time axis below the plot. */
export const timeAxisHeight = tickLength + 2 * lineHeight + 8;

/** The base line and the tick marks of the time axis. */
export function timeAxisStrokes(
  ticks: readonly TimeTick[],
  scale: PlotScale,
): readonly StrokeRow[] {
  const { width, height } = scale;
  const style = { color: palette.baseline, width: 1 };
  return [
    { x: 0, y: height, x2: width, y2: height, ...style },
    ...ticks.map(({ day }) => ({
      x: scale.x(day),
      y: height,
      x2: scale.x(day),
      y2: height + tickLength,
      ...style,
    })),
  ];
}

/** The words of the time axis, below the plot. */
export function timeAxisTexts(ticks: readonly TimeTick[], scale: PlotScale): readonly TextRow[] {
  return ticks.flatMap(({ day, lines }) =>
    lines.map((text, index) => ({
      ...face,
      text,
      align: 'center' as const,
      x: scale.x(day),
      y: pixels(scale.height + tickLength + 17 + index * lineHeight),
    })),
  );
}

/** The numbers of the value axis and its name above them, at the left margin. */
export function valueAxisTexts(
  ticks: readonly ValueTick[],
  caption: readonly string[],
  scale: PlotScale,
  margin: number,
): readonly TextRow[] {
  const numbers = ticks.map(({ value, label }) => ({
    ...face,
    text: label,
    align: 'right' as const,
    x: -axisGap,
    y: pixels(scale.y(value) + 5),
  }));
  const name = caption.map((text, index) => ({
    ...face,
    text,
    align: 'left' as const,
    x: margin,
    y: captionBase - (caption.length - 1 - index) * lineHeight,
  }));
  return [...name, ...numbers];
}

const captionBase = -17;

/** Height above the plot that the name of the value axis needs. */
export function captionHeight(lines: number): number {
  return lines === 0 ? 0 : 12 - captionBase + (lines - 1) * lineHeight;
}
