import type { CompareFinding, CompareItem } from '#src/compare-finding.ts';
import { dateWords } from '#src/date-words.ts';
import { datesDiffer } from '#src/statistics/compare/dates-differ.ts';
import type { CompareWords } from './compare-words.ts';
import { percentDomain, type PercentDomain, type PercentRow } from './percent-domain.ts';
import { percentTicks, signedPercent } from './percent-ticks.ts';
import { pixels } from './plot-scale.ts';
import { canvas, palette, sizes } from './theme.ts';
import { widestOf, wrapText } from './wrap-text.ts';

/** Typefaces of the parts of a row. */
export const faces = {
  name: { size: sizes.label, weight: 400 },
  date: { size: sizes.small, weight: 400 },
  change: { size: sizes.label, weight: 700 },
  range: { size: sizes.note, weight: 400 },
  head: { size: sizes.note, weight: 600 },
} as const;

/** Between a column and the next. */
const gap = 16;
const widestName = 236;
/** Between the lines of a row. */
export const lineHeight = { name: 17, date: 15 } as const;

/** One row as it is printed. `figure`: absent where there is none. `lines`: its name; `date`: its own, where dates differ. `middle`: in pixels of the plot. */
export type CompareRow = {
  readonly item: CompareItem;
  readonly lines: readonly string[];
  readonly date: string | undefined;
  readonly figure: PercentRow | undefined;
  readonly change: string;
  readonly range: string;
  readonly note: string | undefined;
  readonly middle: number;
};

/** A comparison placed: the plot with its scale, and the columns around it. `changeRight`, `rangeRight`: where they end, in pixels of the plot. */
export type CompareLayout = {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
  readonly domain: PercentDomain;
  readonly ticks: readonly number[];
  readonly rows: readonly CompareRow[];
  readonly changeRight: number;
  readonly rangeRight: number;
  readonly x: (percent: number) => number;
};

function figureOf({ change }: CompareItem): PercentRow | undefined {
  if (change.kind !== 'measured') return undefined;
  const { value } = change.percent;
  return { value, low: change.range?.low ?? value, high: change.range?.high ?? value };
}

function rangeText({ change }: CompareItem): string {
  if (change.kind !== 'measured') return '';
  const { range } = change;
  if (range === undefined) return '[x]';
  return range.low === range.high
    ? signedPercent(range.low)
    : `${signedPercent(range.low)} to ${signedPercent(range.high)}`;
}

type Unplaced = Omit<CompareRow, 'middle'>;

function printRow(item: CompareItem, note: string | undefined, dated: boolean): Unplaced {
  const { change, name, since } = item;
  return {
    item,
    lines: wrapText(name, widestName, faces.name),
    date: dated && since !== undefined ? dateWords(since.date) : undefined,
    figure: figureOf(item),
    change: change.kind === 'measured' ? signedPercent(change.percent.value) : '',
    range: rangeText(item),
    note,
  };
}

/** Rows are closer together where there are many. */
const manyRows = 14;

/** Each row as high as its words need; where it is in the middle. */
function stackRows(rows: readonly Unplaced[]): {
  readonly rows: readonly CompareRow[];
  readonly height: number;
} {
  const [least, air] = rows.length > manyRows ? [25, 7] : [32, 12];
  let top = 0;
  const placed = rows.map((row) => {
    const text =
      row.lines.length * lineHeight.name + (row.date === undefined ? 0 : lineHeight.date);
    const height = Math.max(least, text + air);
    top += height;
    return { ...row, middle: pixels(top - height / 2) };
  });
  return { rows: placed, height: top };
}

/** How wide the names with their dates, the changes and the likely ranges are printed. */
function columnWidths(rows: readonly Unplaced[], words: CompareWords) {
  const widest = (textsOf: (row: Unplaced) => readonly string[], face: keyof typeof faces) =>
    widestOf(rows.flatMap(textsOf), faces[face]);
  const head = (text: string) => widestOf([text], faces.head);
  return {
    names: Math.max(
      widest(({ lines }) => lines, 'name'),
      widest(({ date }) => (date === undefined ? [] : [date]), 'date'),
    ),
    changes: Math.max(
      widest(({ change }) => [change], 'change'),
      head(words.change),
    ),
    ranges: Math.max(
      widest(({ range }) => [range], 'range'),
      head(words.range),
    ),
  };
}

/** Places the rows of a comparison below one another, with their names at the left and their numbers at the right of the plot. */
export function layOutCompare(finding: CompareFinding, words: CompareWords): CompareLayout {
  const dated = datesDiffer(finding.items);
  const printed = finding.items.map((item, index) => printRow(item, words.notes[index], dated));
  const { names, changes, ranges } = columnWidths(printed, words);
  const left = Math.ceil(canvas.margin + names + gap);
  const right = Math.ceil(canvas.margin + changes + ranges + 2.5 * gap);
  const width = canvas.width - left - right;
  const domain = percentDomain(printed.flatMap(({ figure }) => figure ?? []));
  const rangeRight = width + right - canvas.margin;
  return {
    left,
    right,
    width,
    domain,
    ticks: percentTicks(domain, Math.floor(width / 48)),
    ...stackRows(printed),
    changeRight: rangeRight - ranges - gap * 1.5,
    rangeRight,
    x: (percent) => pixels(((percent - domain.low) / (domain.high - domain.low)) * width),
  };
}

/** Whether a likely range goes beyond the axis, as a reader must be told. */
export function isClipped({ items }: CompareFinding): boolean {
  const figures = items.flatMap((item) => figureOf(item) ?? []);
  const { low, high } = percentDomain(figures);
  return figures.some((figure) => figure.low < low || figure.high > high);
}

/** Colours of the marks. */
export const markColours = {
  before: palette.focus,
  after: '#F46A25',
  bar: palette.withheld,
  range: palette.event,
} as const;
