import type { Box } from './box.ts';
import { given, pixel, size } from './encoding.ts';
import { type FontWeight, measureText } from './measure-text.ts';
import { palette } from './theme.ts';

/** One line of text on a chart: pixels from the plot's top left corner, `y` at the baseline. `halo`: a white outline below it. */
export type TextRow = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly color: string;
  readonly align: 'left' | 'center' | 'right';
  readonly halo: boolean;
};

/** Ascender and descender of Open Sans letters, in ems. */
const above = 0.78;
const below = 0.24;

/** The box that a row's letters may fill. */
export function textBox(row: TextRow): Box {
  const width = measureText(row.text, row.size, row.weight);
  const share = { left: 0, center: 0.5, right: 1 }[row.align];
  const left = row.x - width * share;
  return {
    left,
    right: left + width,
    top: row.y - row.size * above,
    bottom: row.y + row.size * below,
  };
}

/** The layers that draw the data set `texts`: halos first, then letters. */
export function textLayers(): readonly object[] {
  const encoding = {
    x: pixel('x'),
    y: pixel('y'),
    text: { field: 'text', type: 'nominal' },
    size: size('size'),
  };
  const mark = {
    type: 'text',
    baseline: 'alphabetic',
    align: { expr: 'datum.align' },
    fontWeight: { expr: 'datum.weight' },
  };
  return [
    {
      data: { name: 'texts' },
      transform: [{ filter: 'datum.halo' }],
      mark: {
        ...mark,
        fill: palette.paper,
        stroke: palette.paper,
        strokeWidth: 4,
        strokeJoin: 'round',
      },
      encoding,
    },
    {
      data: { name: 'texts' },
      mark,
      encoding: { ...encoding, color: given('color') },
    },
  ];
}
