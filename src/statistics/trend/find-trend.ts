import { deriveAll } from '#src/disclosure/protected.ts';
import type { Period, TrendFinding } from '#src/finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { beginningOf, isBarrier } from '#src/statistics/events-in-force.ts';
import { compareAround, compareLatest } from '#src/statistics/trend/compare.ts';
import { drawnFrom, markedEvents } from '#src/statistics/trend/drawn-window.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import { levelContext } from '#src/statistics/trend/level-context.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
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

/** Finds the trend of trips in one place: what changed, by how much, how sure we are. Source: docs/method.md. */
export function findTrend(input: TrendInput): TrendFinding {
  const { chain, mode, release, since, bound, events, touching, settings } = input;
  const weeks = everyWeek(input);
  const barriers = touching.filter(
    (event) => isBarrier(event, settings.barrierKinds) && event.date !== since?.date,
  );
  const compared =
    since === undefined
      ? compareLatest(input, weeks)
      : compareAround(input, since, weeks, barriers);
  const beginning = since?.event === undefined ? undefined : beginningOf(since.event, events);
  const measured =
    compared?.change.kind === 'measured' && since !== undefined ? compared.typical : undefined;
  const from = drawnFrom(input);
  return deriveAll(input.rows, () => ({
    kind: 'trend' as const,
    area: chain[0],
    spoken: input.spoken,
    mode,
    release,
    since,
    weeks: weeks
      .filter(({ week }) => week >= from)
      .map(({ week, trips, flag }) => ({ week, trips, flag })),
    events: markedEvents(input),
    periods: periodInForce(beginning, since?.date, from),
    usual: measured && usualBand(measured, release.rounding),
    change: compared?.change,
    context: measured && beginning && levelContext(beginning, measured, input, weeks),
    bound,
  }));
}
