import type { FrameWords } from './chart-words.ts';
import type { TextRow } from './text-row.ts';
import { canvas, palette, sizes } from './theme.ts';
import { wrapText } from './wrap-text.ts';

type Style = Pick<TextRow, 'size' | 'weight' | 'color'> & { readonly line: number };

const titleStyle: Style = { size: sizes.title, weight: 700, color: palette.ink, line: 27 };
const subtitleStyle: Style = {
  size: sizes.subtitle,
  weight: 400,
  color: palette.inkSoft,
  line: 21,
};
const sourceStyle: Style = { size: sizes.note, weight: 400, color: palette.inkFaint, line: 18 };
/** From the top margin to the first baseline of the title. */
const capHeight = 15;

/** Space in pixels that a plot asks for around its data: `above` and `below` hold labels, `left` and `right` axes and names. */
export type PlotRoom = {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
  readonly height: number;
};

/** A chart of exact size: the parts of a Vega-Lite specification that set it, and title, subtitle and source as text rows. */
type Frame = {
  readonly spec: {
    readonly width: number;
    readonly height: number;
    readonly padding: {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    };
    readonly autosize: 'none';
  };
  readonly texts: readonly TextRow[];
};

/** Lays wrapped title and subtitle above a plot and the source below it; the canvas grows with them. */
export function makeFrame(
  words: Pick<FrameWords, 'title' | 'subtitle' | 'source'>,
  room: PlotRoom,
): Frame {
  const width = canvas.width - 2 * canvas.margin;
  const wrap = (text: string, style: Style) => wrapText(text, width, style);
  const title = wrap(words.title, titleStyle);
  const subtitle = wrap(words.subtitle, subtitleStyle);
  const source = words.source.flatMap((line) => wrap(line, sourceStyle));
  const firstSubtitle = capHeight + (title.length - 1) * titleStyle.line + 28;
  const head = firstSubtitle + (subtitle.length - 1) * subtitleStyle.line + 22;
  const foot = source.length === 0 ? 0 : 12 + source.length * sourceStyle.line;
  const top = canvas.margin + head + room.above;
  const x = canvas.margin - room.left;
  return {
    spec: {
      width: canvas.width - room.left - room.right,
      height: room.height,
      padding: {
        left: room.left,
        right: room.right,
        top,
        bottom: room.below + foot + canvas.margin - 4,
      },
      autosize: 'none',
    },
    texts: [
      ...column(title, { x, y: canvas.margin - top + capHeight }, titleStyle),
      ...column(subtitle, { x, y: canvas.margin - top + firstSubtitle }, subtitleStyle),
      ...column(source, { x, y: room.height + room.below + 24 }, sourceStyle),
    ],
  };
}

/** Lines of text below one another; `first` is the start of the first baseline. */
function column(
  lines: readonly string[],
  first: { readonly x: number; readonly y: number },
  { size, weight, color, line }: Style,
): readonly TextRow[] {
  return lines.map((text, index) => ({
    x: first.x,
    y: first.y + index * line,
    text,
    size,
    weight,
    color,
    align: 'left',
    halo: false,
  }));
}
