import type { TileRow } from './flows-layers.ts';
import { type HatchRow, hatchBox } from './hatch.ts';
import type { MatrixClass } from './matrix-classes.ts';
import { measureText } from './measure-text.ts';
import type { TextRow } from './text-row.ts';
import { canvas, palette, sizes } from './theme.ts';

const face = { size: sizes.note, weight: 400 } as const;
const swatch = { width: 18, height: 14 } as const;
const besideSwatch = 6;
const betweenItems = 16;
const line = 22;

/** One thing that the key explains: a colour, or a hatch. */
export type KeyItem = { readonly name: string; readonly fill: string; readonly hatched: boolean };

/** `step`: to which numbers are rounded; whether trips `within` a place, and `withheld` ones, are explained. */
type KeyOptions = { readonly step: number; readonly within: boolean; readonly withheld: boolean };

/** The key of a matrix: its classes, the diagonal, and what is withheld where anything is. `say` prints a bound. */
export function keyItems(
  classes: readonly MatrixClass[],
  say: (value: number) => string,
  { step, within, withheld }: KeyOptions,
): readonly KeyItem[] {
  // One class has nothing to be told from.
  const told = classes.length > 1 ? classes : [];
  const colours = told.map(({ from, fill }, index) => {
    const next = classes[index + 1]?.from;
    return { name: classWords({ from, next, step }, say), fill, hatched: false };
  });
  return [
    ...colours,
    ...(within ? [{ name: 'within', fill: palette.period, hatched: false }] : []),
    ...(withheld ? [{ name: 'withheld [c]', fill: palette.paper, hatched: true }] : []),
  ];
}

/** "under 10", "10 to 49", "50 or more". */
function classWords(
  {
    from,
    next,
    step,
  }: { readonly from: number; readonly next: number | undefined; readonly step: number },
  say: (value: number) => string,
): string {
  if (next === undefined) return `${say(from)} or more`;
  return from === 0 ? `under ${say(next)}` : `${say(from)} to ${say(next - step)}`;
}

/** Lays a key out in lines below `top`. `x`: its left edge. */
export function layOutKey(
  items: readonly KeyItem[],
  at: { readonly x: number; readonly top: number },
): {
  readonly tiles: readonly TileRow[];
  readonly hatches: readonly HatchRow[];
  readonly texts: readonly TextRow[];
} {
  const placed = placeItems(items).map(({ item, across, row }) => {
    const box = { x: at.x + across, y: at.top + row * line, ...swatch };
    return { item, box };
  });
  return {
    tiles: placed.map(({ item, box }) => ({
      x: box.x,
      y: box.y,
      x2: box.x + box.width,
      y2: box.y + box.height,
      fill: item.fill,
    })),
    hatches: placed.flatMap(({ item, box }) => (item.hatched ? [hatchBox(box)] : [])),
    texts: placed.map(({ item, box }) => ({
      ...face,
      text: item.name,
      align: 'left',
      color: palette.inkSoft,
      halo: false,
      x: box.x + swatch.width + besideSwatch,
      y: box.y + 12,
    })),
  };
}

/** Height of a key in pixels. */
export const keyHeightOf = (items: readonly KeyItem[]): number =>
  items.length === 0 ? 0 : ((placeItems(items).at(-1)?.row ?? 0) + 1) * line;

function placeItems(items: readonly KeyItem[]) {
  let [across, row] = [0, 0];
  return items.map((item) => {
    const width = swatch.width + besideSwatch + measureText(item.name, face.size, face.weight);
    if (across > 0 && across + width > canvas.width - 2 * canvas.margin) {
      across = 0;
      row += 1;
    }
    const place = { item, across, row };
    across += width + betweenItems;
    return place;
  });
}
