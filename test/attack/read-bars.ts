import { z } from 'zod';
import { tripsIn, tripsPattern } from '#test/attack/read-words.ts';
import type { Trips } from '#test/attack/statement.ts';

/** One bar of a chart of flows: the name at its left, the number at its end. `length`: what the bar itself stands for. */
export type Bar = {
  readonly name: string;
  readonly trips: Trips;
  readonly length: Trips;
};

const tile = z.object({ y: z.number(), y2: z.number(), trips: z.number().optional() });
const text = z.object({ text: z.string(), x: z.number(), y: z.number(), align: z.string() });
const specShape = z.object({
  datasets: z.object({ tiles: z.array(tile), texts: z.array(text) }),
});

type TextRow = z.infer<typeof text>;

const number = new RegExp(`^(?:${tripsPattern}|\\[c\\])$`, 'u');
/** Names end at the left of the bars; from a baseline up to the middle of its line. */
const nameRight = -8;
const drop = 5;

/** The lines of a name are those nearer to its number than to any other. */
function nameAt(y: number, lines: readonly TextRow[], numbers: readonly TextRow[]): string {
  const nearest = (line: TextRow) =>
    numbers.toSorted((a, b) => Math.abs(a.y - line.y) - Math.abs(b.y - line.y))[0];
  return lines
    .filter((line) => nearest(line)?.y === y)
    .map((line) => line.text)
    .join(' ');
}

/** The bars of a chart of flows, from the top, read from where they stand. */
export function barsIn(spec: string): readonly Bar[] {
  if (spec === '') return [];
  const { tiles, texts } = specShape.parse(JSON.parse(spec)).datasets;
  const lines = texts.filter(({ align, x }) => align === 'right' && x === nameRight);
  const numbers = texts.filter(
    ({ align, x, text: said }) => align === 'left' && x > 0 && number.test(said),
  );
  return numbers.map(({ text: said, y }) => ({
    name: nameAt(y, lines, numbers),
    trips: tripsIn(said),
    length: tiles.find((one) => (one.y + one.y2) / 2 === y - drop)?.trips ?? '[c]',
  }));
}
