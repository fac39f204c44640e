import type { Box, Point } from '#charts/box.ts';
import { type TextRow, textBox } from '#charts/text-row.ts';
import type { ChartSpec } from '#src/ports.ts';

type Fields = Readonly<Record<string, number>>;

/** What a trend specification will draw, in pixels from the canvas's corner. */
export type Drawing = {
  readonly canvas: Box;
  readonly texts: readonly TextRow[];
  readonly boxes: readonly Box[];
  readonly line: readonly (readonly [Point, Point])[];
  readonly rules: readonly (readonly [Point, Point])[];
};

/** Reads a specification back into pixels, by its own scales. */
export function readDrawing(spec: ChartSpec): Drawing {
  // The shape is `drawTrend`'s own; the golden files hold it exactly.
  const { width, height, padding, params, datasets } = spec as unknown as {
    readonly width: number;
    readonly height: number;
    readonly padding: { left: number; right: number; top: number; bottom: number };
    readonly params: readonly { name: string; value: number }[];
    readonly datasets: {
      readonly texts: readonly TextRow[];
      readonly line: readonly Fields[];
      readonly events: readonly Fields[];
    };
  };
  const param = (name: string) => params.find((each) => each.name === name)?.value ?? Number.NaN;
  const x = (ms = Number.NaN) =>
    padding.left + ((ms - param('firstMs')) / (param('endMs') - param('firstMs'))) * width;
  const y = (trips = Number.NaN) =>
    padding.top + ((param('high') - trips) / (param('high') - param('low'))) * height;
  const texts = datasets.texts.map((row) => ({
    ...row,
    x: row.x + padding.left,
    y: row.y + padding.top,
  }));
  const line = datasets.line.flatMap((vertex, index) => {
    const next = datasets.line[index + 1];
    const to = next?.['run'] === vertex['run'] ? next : vertex;
    const at = (each: Fields | undefined) => ({ x: x(each?.['middleMs']), y: y(each?.['trips']) });
    return [[at(vertex), at(to)] as const];
  });
  const rules = datasets.events.map(({ dateMs, top = 0, bottom = 0 }) => {
    const across = x(dateMs);
    return [
      { x: across, y: top + padding.top },
      { x: across, y: bottom + padding.top },
    ] as const;
  });
  return {
    canvas: {
      left: 0,
      top: 0,
      right: width + padding.left + padding.right,
      bottom: height + padding.top + padding.bottom,
    },
    texts,
    boxes: texts.map(textBox),
    line,
    rules,
  };
}
