import type { Box } from './box.ts';
import type { EventRule } from './event-labels.ts';
import type { LineVertex } from './line-runs.ts';
import { periodLabels } from './period-labels.ts';
import type { Obstacles, Stroke } from './place-text.ts';
import { type PlotScale, pixels } from './plot-scale.ts';
import { type TextRow, textBox } from './text-row.ts';
import { palette, sizes } from './theme.ts';
import { type BandDays, type ShadedDays, lastOf } from './trend-marks.ts';
import { usualLabel } from './usual-label.ts';
import type { ValueTick } from './value-ticks.ts';

/** The face of the name at the end of the line. */
export const nameFace = { size: sizes.label, weight: 600 } as const;
const nameLine = 18;
/** From the plot to the name. */
export const nameGap = 10;

/** What the plot already holds when its inner labels are placed. `base`: pixels from the top to the foot of the data. */
type Drawn = {
  readonly scale: PlotScale;
  readonly base: number;
  readonly valueTicks: readonly ValueTick[];
  readonly vertices: readonly LineVertex[];
  readonly rules: readonly EventRule[];
  readonly shades: readonly ShadedDays[];
  readonly band: BandDays | undefined;
};

/** Labels inside the plot: periods first, then the usual band. `usualPlaced` is false where the band's label found no room. */
export function innerLabels(
  drawn: Drawn,
  periods: readonly (ShadedDays & { readonly label: string })[],
  usualText: string,
): { readonly texts: readonly TextRow[]; readonly usualPlaced: boolean } {
  const { x } = drawn.scale;
  const obstacles = obstaclesOf(drawn);
  const texts = periodLabels(
    periods.map(({ from, to, label }) => ({ left: x(from), right: x(to), label })),
    obstacles,
  );
  if (drawn.band === undefined) return { texts, usualPlaced: true };
  const boxes = texts.map(textBox);
  const label = usualLabel(usualText, bandBox(drawn.band, drawn.scale), { ...obstacles, boxes });
  return { texts: [...texts, ...(label ?? [])], usualPlaced: label !== undefined };
}

/** The place's name beside the end of its line, kept within the height of the plot. */
export function endLabel(lines: readonly string[], drawn: Drawn): readonly TextRow[] {
  const last = lastOf(drawn.vertices);
  if (last === undefined) return [];
  const height = lines.length * nameLine;
  const wanted = drawn.scale.y(last.trips) - height / 2;
  const top = Math.max(0, Math.min(wanted, drawn.base - height));
  return lines.map((text, index) => ({
    ...nameFace,
    text,
    align: 'left' as const,
    color: palette.focus,
    halo: false,
    x: drawn.scale.width + nameGap,
    y: pixels(top + index * nameLine + 14),
  }));
}

function obstaclesOf(drawn: Drawn): Obstacles {
  const { scale, base, band } = drawn;
  const { width, height } = scale;
  const shades = drawn.shades.map(({ from, to }) => ({
    left: scale.x(from),
    right: scale.x(to),
    top: 0,
    bottom: height,
  }));
  const rules = drawn.rules.map(({ day, top }): Stroke => {
    const x = scale.x(day);
    return [
      { x, y: top },
      { x, y: height },
    ];
  });
  const grid = drawn.valueTicks.map(({ value }): Stroke => {
    const y = scale.y(value);
    return [
      { x: 0, y },
      { x: width, y },
    ];
  });
  return {
    within: { left: 2, top: 0, right: width - 2, bottom: base },
    boxes: [],
    strokes: [...lineStrokes(drawn.vertices, scale), ...rules],
    grid,
    shades: band === undefined ? shades : [bandBox(band, scale), ...shades],
  };
}

function bandBox({ from, to, low, high }: BandDays, { x, y }: PlotScale): Box {
  return { left: x(from), right: x(to), top: y(high), bottom: y(low) };
}

function lineStrokes(vertices: readonly LineVertex[], scale: PlotScale): readonly Stroke[] {
  const at = ({ day, trips }: LineVertex) => ({ x: scale.x(day), y: scale.y(trips) });
  return vertices.map((vertex, index) => {
    const next = vertices[index + 1];
    return [at(vertex), at(next?.run === vertex.run ? next : vertex)] as const;
  });
}
