import type { FlowMatrix } from '#src/flows-finding.ts';
import { pixels } from './plot-scale.ts';
import { sideFace, sideName } from './side-name.ts';
import type { TextRow } from './text-row.ts';
import { canvas, palette, sizes } from './theme.ts';
import { widestOf, wrapText } from './wrap-text.ts';

const headFace = { size: sizes.small, weight: 400 } as const;
const cornerFace = { size: sizes.note, weight: 600 } as const;
const rowNameWidth = 150;
/** With many columns, names take two lines and leave the width to the cells. */
const narrowNameWidth = 100;
const manyPlaces = 9;
const widestCell = 110;
const rowLine = 16;
const headLine = 15;
const beside = 10;
const leastHeight = 31;
const aboveCells = 8;
/** Between the last place and the row of trips from elsewhere. */
const elsewhereGap = 6;

/** The measures of a matrix: cells `wide` × `high`, the words at its left and top, and where the row of trips from elsewhere starts. */
export type MatrixHeads = {
  readonly left: number;
  readonly wide: number;
  readonly high: number;
  readonly headHeight: number;
  readonly elsewhereTop: number;
  readonly height: number;
  readonly texts: readonly TextRow[];
};

const corner = ['From (down),', 'to (across)'];
const elsewhereName = 'Elsewhere';

type Lines = readonly string[];

/** Room for the names of rows, and what is left for each column. */
function measure(rows: readonly Lines[], columns: number) {
  const words = Math.max(widestOf(rows.flat(), sideFace), widestOf(corner, cornerFace));
  const left = Math.ceil(canvas.margin + words + beside);
  const room = Math.floor((canvas.width - left - canvas.margin) / columns);
  return { rows, left, wide: Math.min(widestCell, room) };
}

/** Names for rows and columns; where a word is wider than its column, columns are numbered and rows carry the numbers. */
function nameAll({ places, elsewhere }: FlowMatrix) {
  const widest = places.length < manyPlaces ? rowNameWidth : narrowNameWidth;
  const rest = elsewhere === undefined ? [] : [[elsewhereName]];
  const names = places.map(({ name }) => wrapText(name, widest, sideFace));
  const named = measure([...names, ...rest], places.length);
  const heads = places.map(({ name }) => wrapText(name, named.wide - 2, headFace));
  if (widestOf(heads.flat(), headFace) <= named.wide) return { ...named, heads };
  const numbered = names.map(([first, ...more], index) => [`${index + 1} ${first}`, ...more]);
  return {
    ...measure([...numbered, ...rest], places.length),
    heads: places.map((_, index) => [String(index + 1)]),
  };
}

/** Lays out the names of a matrix: rows at the left, columns above, none of them cut. */
export function matrixHeads(finding: FlowMatrix): MatrixHeads {
  const { rows, heads, left, wide } = nameAll(finding);
  const high = Math.max(leastHeight, ...rows.map((lines) => lines.length * rowLine + 4));
  const headLines = Math.max(corner.length, ...heads.map((lines) => lines.length));
  const count = finding.places.length;
  const elsewhereTop = count * high + elsewhereGap;
  const top = (row: number) => (row < count ? row * high : elsewhereTop);
  return {
    left,
    wide,
    high,
    headHeight: headLines * headLine + aboveCells,
    elsewhereTop,
    height: finding.elsewhere === undefined ? count * high : elsewhereTop + high,
    texts: [
      ...rows.flatMap((lines, row) =>
        sideName(lines, top(row) + high / 2, { line: rowLine, beside }),
      ),
      ...heads.flatMap((lines, column) => headTexts(lines, (column + 0.5) * wide)),
      ...headTexts(corner, -beside).map((text) => ({
        ...text,
        ...cornerFace,
        align: 'right' as const,
      })),
    ],
  };
}

/** Lines that end just above the cells. */
function headTexts(lines: readonly string[], x: number): readonly TextRow[] {
  return lines.map((text, index) => ({
    ...headFace,
    text,
    align: 'center',
    color: palette.inkSoft,
    halo: false,
    x: pixels(x),
    y: -aboveCells - (lines.length - 1 - index) * headLine,
  }));
}
