import { faces, lineHeight, type CompareLayout, type CompareRow } from './compare-layout.ts';
import type { CompareWords } from './compare-words.ts';
import { measureText } from './measure-text.ts';
import { signedPercent } from './percent-ticks.ts';
import { pixels } from './plot-scale.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';

/** From the plot to the names beside it. */
const nameGap = 14;
/** From the middle of a line of letters down to its baseline. */
const drop = 5;

/** From an edge or a line to words. */
const inset = 8;

const plain = { color: palette.ink, halo: false } as const;

/** The name of a row and, where dates differ, its date, at the left of the plot. */
function nameTexts({ lines, date, middle }: CompareRow): readonly TextRow[] {
  const height = lines.length * lineHeight.name + (date === undefined ? 0 : lineHeight.date);
  const first = middle - height / 2 + lineHeight.name / 2 + drop;
  const at = { ...plain, x: -nameGap, align: 'right' as const };
  return [
    ...lines.map((text, index) => ({
      ...at,
      ...faces.name,
      text,
      y: pixels(first + index * lineHeight.name),
    })),
    ...(date === undefined
      ? []
      : [
          {
            ...at,
            ...faces.date,
            color: palette.inkFaint,
            text: date,
            y: pixels(first + (lines.length - 1) * lineHeight.name + lineHeight.date),
          },
        ]),
  ];
}

/** At the left of the plot where that is clear of the line of no change, else right of that line. */
function noteLeft(note: string, { x }: CompareLayout): number {
  const zero = x(0);
  const room = measureText(note, faces.range.size, faces.range.weight) + 2 * inset;
  return room <= zero ? inset : pixels(zero + inset);
}

/** The change and the likely range at the right of the plot, or why there are none in the place of the marks. */
function numberTexts(row: CompareRow, layout: CompareLayout): readonly TextRow[] {
  const y = pixels(row.middle + drop);
  if (row.note !== undefined) {
    const x = noteLeft(row.note, layout);
    return [
      {
        ...faces.range,
        color: palette.inkFaint,
        halo: true,
        align: 'left',
        text: row.note,
        x,
        y,
      },
    ];
  }
  const right = { ...plain, align: 'right' as const, y };
  return [
    { ...right, ...faces.change, text: row.change, x: pixels(layout.changeRight) },
    {
      ...right,
      ...faces.range,
      color: palette.inkSoft,
      text: row.range,
      x: pixels(layout.rangeRight),
    },
  ];
}

/** From the plot up to the baseline of the key and of the heads of the columns. */
export const headRise = 16;
/** Height of the axis below the plot. */
export const axisHeight = 28;

function headTexts(words: CompareWords, layout: CompareLayout): readonly TextRow[] {
  const at = { ...faces.head, ...plain, align: 'right' as const, y: -headRise };
  return [
    { ...at, weight: 700, text: words.change, x: pixels(layout.changeRight) },
    { ...at, color: palette.inkSoft, text: words.range, x: pixels(layout.rangeRight) },
  ];
}

/** The numbers below the plot; no change is stronger. */
function axisTexts({ ticks, height, x }: CompareLayout): readonly TextRow[] {
  return ticks.map((value) => ({
    size: sizes.label,
    weight: value === 0 ? 600 : 400,
    color: value === 0 ? palette.ink : palette.inkFaint,
    halo: false,
    align: 'center',
    text: signedPercent(value),
    x: x(value),
    y: pixels(height + 20),
  }));
}

/** Every text in and around the plot. */
export const compareTexts = (words: CompareWords, layout: CompareLayout): readonly TextRow[] => [
  ...headTexts(words, layout),
  ...layout.rows.flatMap((row) => [...nameTexts(row), ...numberTexts(row, layout)]),
  ...axisTexts(layout),
];
