import type { TrendFinding } from '#src/finding.ts';
import { dayNumber, mondayOf } from '#src/week.ts';
import { type DaySpan, joinedSpans } from './day-span.ts';
import { type LineVertex, isUnusual } from './line-runs.ts';
import { palette } from './theme.ts';

/** A full-height rectangle behind the line, in days. */
export type ShadedDays = { readonly from: number; readonly to: number; readonly fill: string };

/** The usual band in days and trips. */
export type BandDays = {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
};

/** The weeks of a finding, in days. Throws on a finding without weeks, which no command makes. */
export function spanOf(finding: TrendFinding): DaySpan {
  const first = finding.weeks[0];
  const last = finding.weeks.at(-1);
  if (first === undefined || last === undefined) throw new Error('a trend needs weeks');
  return { first: dayNumber(first.week), end: dayNumber(last.week) + 7 };
}

/** The periods of a finding, cut to the span. */
export function shadedPeriods(
  finding: TrendFinding,
  span: DaySpan,
): readonly (ShadedDays & { readonly label: string })[] {
  return finding.periods
    .map(({ from, to, label }) => ({
      ...cut(dayNumber(from), dayNumber(to), span),
      fill: palette.period,
      label,
    }))
    .filter(({ from, to }) => from < to);
}

/** The runs of weeks that are not ordinary. */
export function unusualWeeks(finding: TrendFinding): readonly ShadedDays[] {
  const starts = finding.weeks.filter(isUnusual).map(({ week }) => dayNumber(week));
  return joinedSpans(starts, 7).map(({ first, end }) => ({
    from: first,
    to: end,
    fill: palette.unusualWeek,
  }));
}

/** The usual band over whole weeks, both ends included, cut to the span. */
export function usualBand(finding: TrendFinding, span: DaySpan): BandDays | undefined {
  const { usual } = finding;
  if (usual === undefined) return undefined;
  const days = cut(dayNumber(mondayOf(usual.from)), dayNumber(mondayOf(usual.to)) + 7, span);
  return days.from < days.to ? { ...days, low: usual.low, high: usual.high } : undefined;
}

/** Dots on the line: its last vertex, and weeks that no stroke reaches. */
export function dotsOf(
  vertices: readonly LineVertex[],
): readonly (LineVertex & { readonly area: number })[] {
  const last = lastOf(vertices);
  const lone = vertices.filter(
    ({ run }) => vertices.filter((other) => other.run === run).length === 1,
  );
  return [
    ...lone.filter((vertex) => vertex !== last).map((vertex) => ({ ...vertex, area: 22 })),
    ...(last === undefined ? [] : [{ ...last, area: 64 }]),
  ];
}

/** The latest vertex; of two on one day, the ordinary one is drawn on top. */
export function lastOf(vertices: readonly LineVertex[]): LineVertex | undefined {
  return vertices.reduce<LineVertex | undefined>(
    (a, b) => (a === undefined || b.day >= a.day ? b : a),
    undefined,
  );
}

function cut(
  from: number,
  to: number,
  span: DaySpan,
): { readonly from: number; readonly to: number } {
  return { from: Math.max(from, span.first), to: Math.min(to, span.end) };
}
