import { given, pixel, size } from './encoding.ts';
import { textLayers } from './text-row.ts';

/** A filled box in pixels of the plot. `trips`: what it stands for, where it stands for any. */
export type TileRow = {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly fill: string;
  readonly trips?: number;
};

const hatchColour = '#A09FA0';

/**
 * The layers of a chart of flows, bars or matrix, from back to front: boxes, hatches and texts, all in pixels.
 * They hold no data: it lies in the data sets `tiles`, `hatches` and `texts`. So every chart of flows has one structure, which a renderer may compile once.
 */
export function flowsLayers(): readonly object[] {
  return [
    {
      data: { name: 'tiles' },
      mark: { type: 'rect' },
      encoding: {
        x: pixel('x'),
        y: pixel('y'),
        x2: { field: 'x2' },
        y2: { field: 'y2' },
        fill: given('fill'),
      },
    },
    {
      data: { name: 'hatches' },
      mark: { type: 'point', filled: false, stroke: hatchColour, strokeWidth: 1.1, opacity: 1 },
      encoding: {
        x: pixel('x'),
        y: pixel('y'),
        shape: given('shape'),
        size: size('area'),
      },
    },
    ...textLayers(),
  ];
}
