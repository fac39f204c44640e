import type { Cell } from '#src/finding.ts';
import type { FlowMatrix } from '#src/flows-finding.ts';
import type { TileRow } from './flows-layers.ts';
import type { FlowsPicture } from './flows-picture.ts';
import { hatchBox } from './hatch.ts';
import { classOf, type MatrixClass, matrixClasses } from './matrix-classes.ts';
import { type MatrixHeads, matrixHeads } from './matrix-heads.ts';
import { keyHeightOf, keyItems, layOutKey } from './matrix-key.ts';
import { matrixNumbers } from './matrix-numbers.ts';
import { measureText } from './measure-text.ts';
import { pixels } from './plot-scale.ts';
import type { TextRow } from './text-row.ts';
import { canvas, palette, sizes } from './theme.ts';

/** The larger one that fits is taken. */
const faces = [
  { size: sizes.small, weight: 400 },
  { size: sizes.small - 1, weight: 400 },
] as const;
const withheldFace = { size: sizes.small, weight: 600 } as const;
/** White lines between cells. */
const seam = 2;
const belowKey = 10;

/** One cell to draw. `plain`: not a flow between two places, and so without a colour of its own. */
type Square = {
  readonly cell: Cell;
  readonly x: number;
  readonly y: number;
  readonly plain: boolean;
};

function squaresOf({ cells, elsewhere }: FlowMatrix, heads: MatrixHeads): readonly Square[] {
  const { wide, high, elsewhereTop } = heads;
  const grid = cells.flatMap((row, origin) =>
    row.map((cell, destination) => ({
      cell,
      x: destination * wide,
      y: origin * high,
      plain: origin === destination,
    })),
  );
  const rest = (elsewhere?.cells ?? []).map((cell, destination) => ({
    cell,
    x: destination * wide,
    y: elsewhereTop,
    plain: true,
  }));
  return [...grid, ...rest];
}

/** A grid of numbers, from (down) to (across), in stepped colours with a key. */
export function matrixGrid(finding: FlowMatrix): FlowsPicture {
  const heads = matrixHeads(finding);
  const squares = squaresOf(finding, heads);
  const { print, printed, say, step } = matrixNumbers(finding);
  const values = squares.flatMap(({ cell, plain }) =>
    cell.kind === 'published' && !plain ? [printed(cell.value)] : [],
  );
  const classes = matrixClasses(values.filter((value) => value > 0));
  const items = keyItems(classes, say, {
    step,
    within: true,
    withheld: squares.some(({ cell }) => cell.kind === 'suppressed'),
  });
  const keyHeight = keyHeightOf(items) + belowKey;
  const above = heads.headHeight + keyHeight;
  const key = layOutKey(items, { x: canvas.margin - heads.left, top: -above });
  const drawn = squares.map((square) => drawSquare(square, { heads, classes, print, printed }));
  const right = canvas.width - heads.left - heads.wide * finding.places.length;
  return {
    room: { left: heads.left, right, above, below: 0, height: heads.height },
    tiles: [...drawn.map(({ tile }) => tile), ...key.tiles],
    hatches: [...drawn.flatMap(({ hatch }) => hatch ?? []), ...key.hatches],
    texts: [...heads.texts, ...drawn.flatMap(({ text }) => text ?? []), ...key.texts],
  };
}

type Drawing = {
  readonly heads: MatrixHeads;
  readonly classes: readonly MatrixClass[];
  readonly print: (trips: number) => string;
  readonly printed: (trips: number) => number;
};

function drawSquare({ cell, x, y, plain }: Square, drawing: Drawing) {
  const { wide, high } = drawing.heads;
  const box = { x: x + seam / 2, y: y + seam / 2, width: wide - seam, height: high - seam };
  const tile = { x: box.x, y: box.y, x2: box.x + box.width, y2: box.y + box.height };
  const at = { x: pixels(x + wide / 2), y: pixels(y + high / 2 + 4.5), align: 'center' as const };
  if (cell.kind !== 'published') {
    const text = { ...at, ...withheldFace, text: '[c]', color: palette.inkFaint, halo: true };
    return { tile: { ...tile, fill: palette.paper }, hatch: hatchBox(box), text };
  }
  const colour = plain ? undefined : classOf(drawing.printed(cell.value), drawing.classes);
  const { fill, text } = colour ?? { fill: palette.period, text: palette.inkSoft };
  const number = drawing.print(cell.value);
  const face = faces.find(({ size, weight }) => measureText(number, size, weight) <= box.width);
  return {
    tile: { ...tile, fill, trips: cell.value } satisfies TileRow,
    hatch: undefined,
    text: face && ({ ...at, ...face, text: number, color: text, halo: false } satisfies TextRow),
  };
}
