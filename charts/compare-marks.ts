import { markColours, type CompareLayout, type CompareRow } from './compare-layout.ts';
import { pixels } from './plot-scale.ts';
import type { StrokeRow } from './stroke-row.ts';

/** Half the height of the stroke that closes a likely range. */
const cap = 4;

/** A mark on a row; `area` in square pixels. */
export type MarkRow = {
  readonly name: string;
  readonly percent: number;
  readonly y: number;
  readonly shape: string;
  readonly color: string;
  readonly area: number;
};

/** A bar or a likely range of a row, in per cent. */
export type SpanRow = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly color: string;
  readonly width: number;
};

type Figured = CompareRow & { readonly figure: NonNullable<CompareRow['figure']> };

/** The rows that have a figure. */
const figured = ({ rows }: CompareLayout): readonly Figured[] =>
  rows.flatMap((row) => (row.figure === undefined ? [] : [{ ...row, figure: row.figure }]));

const inside = (percent: number, { domain }: CompareLayout): number =>
  Math.min(domain.high, Math.max(domain.low, percent));

const hasRange = ({ item }: CompareRow): boolean =>
  item.change.kind === 'measured' && item.change.range !== undefined;

/** The bars from no change to the change, then the likely ranges, cut where they leave the axis. */
export function compareSpans(layout: CompareLayout): readonly SpanRow[] {
  const rows = figured(layout);
  const bars = rows.map(({ item, figure, middle }) => ({
    name: item.name,
    from: 0,
    to: figure.value,
    y: middle,
    color: markColours.bar,
    width: 7,
  }));
  const ranges = rows.filter(hasRange).map(({ item, figure, middle }) => ({
    name: item.name,
    from: inside(figure.low, layout),
    to: inside(figure.high, layout),
    y: middle,
    color: markColours.range,
    width: 1.5,
  }));
  return [...bars, ...ranges];
}

const ends = ({ low, high }: Figured['figure']) => [
  { percent: low, arrow: 'triangle-left' },
  { percent: high, arrow: 'triangle-right' },
];

/** Short strokes that close the ends of likely ranges within the axis. */
export function rangeCaps(layout: CompareLayout): readonly StrokeRow[] {
  return figured(layout)
    .filter(hasRange)
    .flatMap(({ figure, middle }) =>
      ends(figure)
        .filter(({ percent }) => percent === inside(percent, layout))
        .map(({ percent }) => ({
          x: layout.x(percent),
          x2: layout.x(percent),
          y: pixels(middle - cap),
          y2: pixels(middle + cap),
          color: markColours.range,
          width: 1.5,
        })),
    );
}

/** A circle at no change and a diamond at the change of each row; an arrow where a likely range goes on beyond the axis. */
export function compareMarks(layout: CompareLayout): readonly MarkRow[] {
  return figured(layout).flatMap((row) => {
    const { item, figure, middle } = row;
    const at = { name: item.name, y: middle };
    const arrows = ends(figure)
      .filter(({ percent }) => hasRange(row) && percent !== inside(percent, layout))
      .map(({ percent, arrow }) => ({
        ...at,
        percent: inside(percent, layout),
        shape: arrow,
        color: markColours.range,
        area: 70,
      }));
    return [
      ...arrows,
      { ...at, percent: 0, shape: 'circle', color: markColours.before, area: 100 },
      { ...at, percent: figure.value, shape: 'diamond', color: markColours.after, area: 130 },
    ];
  });
}
