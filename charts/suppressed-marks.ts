import type { FoundWeek } from '#src/finding.ts';
import { dayNumber } from '#src/week.ts';
import { measureText } from './measure-text.ts';
import { type PlotScale, pixels } from './plot-scale.ts';
import type { TextRow } from './text-row.ts';
import { palette, sizes } from './theme.ts';

/** How the Government Statistical Service marks a confidential value. */
const symbol = '[c]';
/** Between two marks. */
const gap = 6;
const face = { size: sizes.small, weight: 400 } as const;

/** A run of withheld weeks, in days; `end` is the day after. */
export type WithheldRun = { readonly first: number; readonly end: number };

/** The runs of weeks whose trips are withheld. */
export function withheldRuns(weeks: readonly FoundWeek[]): readonly WithheldRun[] {
  const runs: { first: number; end: number }[] = [];
  for (const { week, trips } of weeks) {
    if (trips.kind !== 'suppressed') continue;
    const first = dayNumber(week);
    const run = runs.at(-1);
    if (run !== undefined && run.end === first) run.end = first + 7;
    else runs.push({ first, end: first + 7 });
  }
  return runs;
}

/** `[c]` at each withheld week, or at every few weeks where weeks are narrow; runs too near for a mark each share one. `baseline`: in pixels of the plot. */
export function suppressedMarks(
  runs: readonly WithheldRun[],
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
function split({ first, end }: WithheldRun, weeks: number): readonly WithheldRun[] {
  const parts = Math.max(1, Math.floor((end - first) / 7 / weeks));
  const at = (part: number) => first + ((end - first) * part) / parts;
  return Array.from({ length: parts }, (_, part) => ({ first: at(part), end: at(part + 1) }));
}
