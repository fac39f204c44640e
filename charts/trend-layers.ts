import { given, pixel, size } from './encoding.ts';
import { strokeLayer } from './stroke-row.ts';
import { textLayers } from './text-row.ts';
import { palette } from './theme.ts';

const x = (field: string) => ({ field, type: 'temporal', title: null });
const y = (field: string) => ({ field, type: 'quantitative', title: null });
const tones = { domain: ['ordinary', 'unusual'], range: [palette.focus, palette.unusual] };

/**
 * The layers of the trend chart, from back to front. They hold no data: it lies in the data sets they name, and in the parameters `firstMs`, `endMs`, `low`, `high`.
 * So every trend has one structure, which a renderer may compile once.
 */
export function trendLayers(): readonly object[] {
  return [
    {
      data: { name: 'shades' },
      mark: { type: 'rect' },
      encoding: {
        x: x('fromMs'),
        x2: { field: 'toMs' },
        y: pixel('top'),
        y2: { field: 'bottom' },
        fill: given('fill'),
      },
    },
    {
      data: { name: 'usual' },
      mark: {
        type: 'rect',
        fill: palette.focus,
        fillOpacity: 0.14,
        stroke: palette.focus,
        strokeOpacity: 0.3,
        strokeWidth: 1,
      },
      encoding: { x: x('fromMs'), x2: { field: 'toMs' }, y: y('low'), y2: { field: 'high' } },
    },
    {
      data: { name: 'grid' },
      mark: { type: 'rule', strokeWidth: 1 },
      encoding: { y: y('trips'), stroke: given('color') },
    },
    strokeLayer,
    {
      data: { name: 'events' },
      mark: { type: 'rule', strokeDash: [4, 4] },
      encoding: {
        x: x('dateMs'),
        y: pixel('top'),
        y2: { field: 'bottom' },
        stroke: given('color'),
        strokeWidth: size('width'),
      },
    },
    {
      data: { name: 'line' },
      mark: { type: 'line' },
      encoding: {
        x: {
          ...x('middleMs'),
          scale: { type: 'utc', domain: [{ expr: 'firstMs' }, { expr: 'endMs' }] },
          axis: null,
        },
        y: {
          ...y('trips'),
          scale: { domain: [{ expr: 'low' }, { expr: 'high' }], nice: false, zero: false },
          axis: null,
        },
        detail: { field: 'run', type: 'nominal' },
        color: { field: 'tone', type: 'nominal', scale: tones, legend: null },
      },
    },
    {
      data: { name: 'dots' },
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        x: x('middleMs'),
        y: y('trips'),
        size: size('area'),
        color: { field: 'tone', type: 'nominal' },
      },
    },
    ...textLayers(),
  ];
}
