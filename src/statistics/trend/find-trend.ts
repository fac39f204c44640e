import { deriveAll } from '#src/disclosure/protected.ts';
import type { Period, TrendFinding } from '#src/finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { beginningOf } from '#src/statistics/events-in-force.ts';
import {
  compareAround,
  compareLatest,
  type Compared,
  weeksUsed,
} from '#src/statistics/trend/compare.ts';
import { compareYears, yearBefore } from '#src/statistics/trend/compare-years.ts';
import { drawnFrom, markedEvents } from '#src/statistics/trend/drawn-window.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import { findPeriod } from '#src/statistics/trend/find-period.ts';
import { findRest } from '#src/statistics/trend/find-rest.ts';
import { levelContext } from '#src/statistics/trend/level-context.ts';
import type { TrendInput, TrendWeek } from '#src/statistics/trend/trend-input.ts';
import { usualBand } from '#src/statistics/trend/usual-band.ts';
import type { IsoDate } from '#src/week.ts';

/** The time in which what has now ended was in force, as far as it is drawn. */
function periodInForce(
  beginning: PolicyEvent | undefined,
  ended: IsoDate | undefined,
  from: IsoDate,
): readonly Period[] {
  if (beginning === undefined || ended === undefined || ended <= from) return [];
  return [
    { from: beginning.date > from ? beginning.date : from, to: ended, label: beginning.label },
  ];
}

/** The comparison that is asked for, if there is one. */
export function compareAsAsked(
  input: TrendInput,
  weeks: readonly TrendWeek[],
): Compared | undefined {
  const { against, since } = input;
  if (against === 'lastYear') return compareYears(input, since, weeks);
  if (since === undefined) return compareLatest(input, weeks);
  return compareAround(input, since, weeks);
}

/** Finds the trend of trips between places: what changed, by how much, how sure we are. Source: docs/method.md. */
export function findTrend(input: TrendInput): TrendFinding {
  const { chain, mode, release, since, against, bound, events } = input;
  const weeks = everyWeek(input);
  const compared = compareAsAsked(input, weeks);
  const beginning = since?.event === undefined ? undefined : beginningOf(since.event, events);
  const measured =
    compared?.change.kind === 'measured' && since !== undefined ? compared.typical : undefined;
  const before = against === 'lastYear' ? yearBefore(input, compared) : undefined;
  const from = drawnFrom(input);
  return deriveAll(input.rows, () => ({
    kind: 'trend' as const,
    area: chain[0],
    ends: input.ends,
    name: input.name,
    mode,
    release,
    against,
    since,
    weeks: weeks
      .filter(({ week }) => week >= from)
      .map(({ week, trips, flag }) => ({ week, trips, flag })),
    events: markedEvents(input, before),
    periods: periodInForce(beginning, since?.date, from),
    usual: measured && usualBand(measured, release.rounding),
    change: compared?.change,
    context:
      against === 'before' && measured && beginning
        ? levelContext(beginning, measured, input, weeks)
        : undefined,
    period: findPeriod(input, weeks),
    yearBefore: before,
    partly: findRest(input, weeksUsed(compared?.typical, weeks))?.known,
    bound,
  }));
}
