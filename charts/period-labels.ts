import { type Obstacles, placeText } from './place-text.ts';
import { pixels } from './plot-scale.ts';
import { type TextRow, textBox } from './text-row.ts';
import { palette, sizes } from './theme.ts';
import { widestOf, wrapText } from './wrap-text.ts';

/** A shaded period in pixels of the plot. */
type Shade = { readonly left: number; readonly right: number; readonly label: string };

const face = { size: sizes.small, weight: 400 } as const;
const line = 15;
const inset = 6;

/**
 * Labels of shaded periods at the foot of each, else at its head, inside it.
 * A label that several share stands once, at the widest with room; one without room inside is left out, for beside its period it would seem to say something of another time.
 */
export function periodLabels(shades: readonly Shade[], obstacles: Obstacles): readonly TextRow[] {
  const placed: TextRow[] = [];
  const widestFirst = shades.toSorted((a, b) => b.right - b.left - (a.right - a.left));
  const done = new Set<string>();
  for (const shade of widestFirst) {
    if (done.has(shade.label)) continue;
    const boxes = [...obstacles.boxes, ...placed.map(textBox)];
    const rows = placeText(placesOf(shade, obstacles.within), { ...obstacles, boxes });
    if (rows === undefined) continue;
    done.add(shade.label);
    placed.push(...rows);
  }
  return placed;
}

function placesOf(shade: Shade, within: Obstacles['within']): readonly (readonly TextRow[])[] {
  const width = shade.right - shade.left - 2 * inset;
  const inside = wrapText(shade.label, width, face);
  return widestOf(inside, face) <= width
    ? bothEnds(inside, (shade.left + shade.right) / 2, 'center', within)
    : [];
}

function bothEnds(
  lines: readonly string[],
  x: number,
  align: TextRow['align'],
  within: Obstacles['within'],
) {
  const foot = within.bottom - inset - 2 - (lines.length - 1) * line;
  const head = within.top + inset + face.size * 0.8;
  return [foot, head].map((first) =>
    lines.map((text, index) => ({
      ...face,
      text,
      align,
      color: palette.inkFaint,
      halo: false,
      x: pixels(x),
      y: pixels(first + index * line),
    })),
  );
}
