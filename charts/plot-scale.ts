import type { ValueDomain } from './value-domain.ts';

/** From days and trips to pixels of the plot, exactly as the drawn scales do. `end`: the day after the last. */
export type PlotScale = {
  readonly first: number;
  readonly end: number;
  readonly domain: ValueDomain;
  readonly width: number;
  readonly height: number;
  readonly x: (day: number) => number;
  readonly y: (trips: number) => number;
};

/** Makes the scale of a plot; pixels are rounded to hundredths. */
export function makePlotScale(
  span: { readonly first: number; readonly end: number },
  domain: ValueDomain,
  size: { readonly width: number; readonly height: number },
): PlotScale {
  const { width, height } = size;
  return {
    ...span,
    domain,
    width,
    height,
    x: (day) => pixels(((day - span.first) / (span.end - span.first)) * width),
    y: (trips) => pixels(((domain.high - trips) / (domain.high - domain.low)) * height),
  };
}

/** Pixels to the hundredth: enough for any screen, and stable in golden files. */
export function pixels(value: number): number {
  return Math.round(value * 100) / 100;
}
