import { markColours } from './compare-layout.ts';
import type { CompareWords } from './compare-words.ts';
import { measureText } from './measure-text.ts';
import { pixels } from './plot-scale.ts';
import type { StrokeRow } from './stroke-row.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';

const face = { size: sizes.label, weight: 400 } as const;
/** From a mark to its word, and from a word to the next mark. */
const beside = 12;
const between = 26;
/** Half the width of the stroke that stands for a likely range. */
const half = 14;

/** A mark of the key, in pixels of the plot. */
export type KeyMark = {
  readonly x: number;
  readonly y: number;
  readonly shape: string;
  readonly color: string;
  readonly area: number;
};

/** A likely range lying on its side: a stroke with its two ends closed. */
function rangeStrokes(line: number, middle: number): readonly StrokeRow[] {
  const stroke = { color: markColours.range, width: 1.5 };
  const caps = [line - half, line + half].map((at) => ({
    ...stroke,
    x: pixels(at),
    x2: pixels(at),
    y: middle - 4,
    y2: middle + 4,
  }));
  return [
    { ...stroke, x: pixels(line - half), x2: pixels(line + half), y: middle, y2: middle },
    ...caps,
  ];
}

/** The key of the marks in one line that starts at `x`, its words on the baseline `y`. */
export function compareKey(words: CompareWords, x: number, y: number) {
  const middle = y - 5;
  const mark = (at: number, shape: string, color: string, area: number): KeyMark => ({
    x: pixels(at),
    y: middle,
    shape,
    color,
    area,
  });
  const text = (at: number, label: string): TextRow => ({
    ...face,
    text: label,
    align: 'left',
    color: palette.ink,
    halo: false,
    x: pixels(at),
    y,
  });
  const wide = (label: string) => measureText(label, face.size, face.weight);
  const circle = x + 6;
  const diamond = circle + beside + wide(words.before) + between;
  const line = diamond + beside + wide(words.after) + between + half;
  return {
    marks: [
      mark(circle, 'circle', markColours.before, 100),
      mark(diamond, 'diamond', markColours.after, 130),
    ],
    strokes: rangeStrokes(line, middle),
    texts: [
      text(circle + beside, words.before),
      text(diamond + beside, words.after),
      text(line + half + beside - 4, words.range),
    ],
  };
}
