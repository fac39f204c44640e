import { given, pixel, size } from './encoding.ts';

/** A straight stroke in pixels of the plot. */
export type StrokeRow = {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly color: string;
  readonly width: number;
};

/** The layer that draws the data set `strokes`. */
export const strokeLayer = {
  data: { name: 'strokes' },
  mark: { type: 'rule' },
  encoding: {
    x: pixel('x'),
    y: pixel('y'),
    x2: { field: 'x2' },
    y2: { field: 'y2' },
    stroke: given('color'),
    strokeWidth: size('width'),
  },
};
