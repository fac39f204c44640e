import type { FoundWeek } from '#src/finding.ts';
import { dayNumber } from '#src/week.ts';
import { type DaySpan, joinedSpans } from './day-span.ts';
import { measureText } from './measure-text.ts';
import { type PlotScale, pixels } from './plot-scale.ts';
import type { StrokeRow } from './stroke-row.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';

/** How the Government Statistical Service marks a confidential value. */
const symbol = '[c]';
/** Between two marks. */
const gap = 6;
const face = { size: sizes.small, weight: 400 } as const;

/** The runs of weeks whose trips are withheld. */
export const withheldRuns = (weeks: readonly FoundWeek[]): readonly DaySpan[] =>
  joinedSpans(
    weeks.filter(({ trips }) => trips.kind === 'suppressed').map(({ week }) => dayNumber(week)),
    7,
  );

/** A stroke at the foot of the plot below each run. */
export function withheldStrokes(runs: readonly DaySpan[], scale: PlotScale): readonly StrokeRow[] {
  const y = scale.height - 2;
  return runs.map(({ first, end }) => ({
    x: scale.x(first),
    y,
    x2: scale.x(end),
    y2: y,
    color: palette.withheld,
    width: 4,
  }));
}

/** `[c]` at each withheld week, or at every few weeks where weeks are narrow; runs too near for a mark each share one. `baseline`: in pixels of the plot. */
export function suppressedMarks(
  runs: readonly DaySpan[],
  scale: PlotScale,
  baseline: number,
): readonly TextRow[] {
  const width = measureText(symbol, face.size, face.weight);
  const groups: { left: number; right: number; at: number }[] = [];
  const weeksPerMark = Math.ceil((width + gap) / scale.x(scale.first + 7));
  for (const run of runs.flatMap((whole) => split(whole, weeksPerMark))) {
    const left = scale.x(run.first);
    const at = (left + scale.x(run.end)) / 2;
    const group = groups.at(-1);
    if (group === undefined || at - group.at >= width + gap)
      groups.push({ left, right: scale.x(run.end), at });
    else {
      group.right = scale.x(run.end);
      group.at = (group.left + group.right) / 2;
    }
  }
  return groups.map(({ at }) => ({
    ...face,
    text: symbol,
    align: 'center' as const,
    color: palette.inkFaint,
    halo: false,
    x: pixels(at),
    y: baseline,
  }));
}

/** A run in equal parts of at least some weeks each. */
function split({ first, end }: DaySpan, weeks: number): readonly DaySpan[] {
  const parts = Math.max(1, Math.floor((end - first) / 7 / weeks));
  const at = (part: number) => first + ((end - first) * part) / parts;
  return Array.from({ length: parts }, (_, part) => ({ first: at(part), end: at(part + 1) }));
}
