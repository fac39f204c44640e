import type { RankedFlows } from '#src/flows-finding.ts';
import { barsOf, type FlowBar } from '#src/statistics/flows/drawn-bars.ts';
import type { TileRow } from './flows-layers.ts';
import type { FlowsPicture } from './flows-picture.ts';
import type { FlowsWords } from './flows-words.ts';
import { type HatchRow, hatchBox } from './hatch.ts';
import { pixels } from './plot-scale.ts';
import { sideFace, sideName } from './side-name.ts';
import type { TextRow } from './text-row.ts';
import { canvas, palette } from './theme.ts';
import { widestOf, wrapText } from './wrap-text.ts';

const nameWidth = 215;
const line = 17;
const thick = 20;
/** Between two bars; between a bar and its words. */
const apart = 8;
const beside = 8;
/** Width of the hatched box of a withheld flow: a mark, which tells no length. */
const withheldWidth = 10;
const colours = {
  place: palette.focus,
  elsewhere: palette.withheld,
  others: '#6BACE6',
  rest: palette.withheld,
} as const;

type Row = {
  readonly bar: FlowBar;
  readonly lines: readonly string[];
  readonly trips: string;
  /** Middle of the bar. */
  readonly y: number;
};

function placeRows(finding: RankedFlows, words: FlowsWords) {
  const rows: Row[] = [];
  let top = 0;
  for (const [index, bar] of barsOf(finding, 'drawn').entries()) {
    const { name, trips } = words.bars[index] ?? { name: '', trips: '' };
    const lines = wrapText(name, nameWidth, sideFace);
    const height = Math.max(thick, lines.length * line) + apart;
    rows.push({ bar, lines, trips, y: top + height / 2 });
    top += height;
  }
  return { rows, height: top };
}

/** Ranked bars from zero with their numbers at the end; a withheld flow is a hatched box. */
export function flowsBars(finding: RankedFlows, words: FlowsWords): FlowsPicture {
  const { rows, height } = placeRows(finding, words);
  const names = widestOf(
    rows.flatMap(({ lines }) => lines),
    sideFace,
  );
  const numbers = widestOf(
    rows.map(({ trips }) => trips),
    sideFace,
  );
  const left = Math.ceil(canvas.margin + names + beside);
  const right = Math.ceil(canvas.margin + numbers + beside);
  const most = Math.max(1, ...rows.map(({ bar }) => tripsOf(bar) ?? 0));
  const scale = (canvas.width - left - right) / most;
  return {
    room: { left, right, above: 0, below: 0, height },
    tiles: [
      ...rows.flatMap((row) => tileOf(row, scale)),
      { x: -1, y: 0, x2: 0, y2: height, fill: palette.baseline },
    ],
    hatches: rows.flatMap(hatchOf),
    texts: rows.flatMap((row) => [
      ...sideName(row.lines, row.y, { line, beside }),
      numberText(row, scale),
    ]),
  };
}

const tripsOf = ({ trips }: FlowBar): number | undefined =>
  trips.kind === 'published' ? trips.value : undefined;

function tileOf({ bar, y }: Row, scale: number): readonly TileRow[] {
  const trips = tripsOf(bar);
  if (trips === undefined) return [];
  const box = { x: 0, x2: pixels(trips * scale), y: y - thick / 2, y2: y + thick / 2 };
  return [{ ...box, fill: colours[bar.kind], trips }];
}

const hatchOf = ({ bar, y }: Row): readonly HatchRow[] =>
  tripsOf(bar) === undefined
    ? [hatchBox({ x: 0, y: y - thick / 2, width: withheldWidth, height: thick })]
    : [];

const numberText = ({ bar, trips, y }: Row, scale: number): TextRow => ({
  ...sideFace,
  text: trips,
  align: 'left',
  color: palette.ink,
  halo: false,
  x: pixels((tripsOf(bar) ?? withheldWidth / scale) * scale + beside),
  y: y + 5,
});
