import { given, pixel, size } from './encoding.ts';
import { strokeLayer } from './stroke-row.ts';
import { textLayers } from './text-row.ts';

const x = (field: string) => ({ field, type: 'quantitative', title: null });

const points = (name: string, across: object) => ({
  data: { name },
  mark: { type: 'point', filled: true, opacity: 1 },
  encoding: {
    x: across,
    y: pixel('y'),
    shape: given('shape'),
    size: size('area'),
    color: given('color'),
  },
});

/**
 * The layers of the chart of a comparison, from back to front. They hold no data: it lies in the data sets they name, and in the parameters `low` and `high`, per cents.
 * So every comparison has one structure, which a renderer may compile once.
 */
export function compareLayers(): readonly object[] {
  return [
    {
      data: { name: 'grid' },
      mark: { type: 'rule' },
      encoding: {
        x: {
          ...x('percent'),
          scale: { domain: [{ expr: 'low' }, { expr: 'high' }], nice: false, zero: false },
          axis: null,
        },
        y: pixel('top'),
        y2: { field: 'bottom' },
        stroke: given('color'),
        strokeWidth: size('width'),
      },
    },
    {
      data: { name: 'spans' },
      mark: { type: 'rule' },
      encoding: {
        x: x('from'),
        x2: { field: 'to' },
        y: pixel('y'),
        stroke: given('color'),
        strokeWidth: size('width'),
      },
    },
    strokeLayer,
    points('marks', x('percent')),
    points('key', pixel('x')),
    ...textLayers(),
  ];
}
