import { deriveAll } from '#src/disclosure/protected.ts';
import type { TrendMethod } from '#src/method-finding.ts';
import { limitingEvents } from '#src/statistics/method/limiting-events.ts';
import { methodRules } from '#src/statistics/method/method-rules.ts';
import { methodWeeks } from '#src/statistics/method/method-weeks.ts';
import { workOut } from '#src/statistics/method/work-out.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import { compareAsAsked, findTrend } from '#src/statistics/trend/find-trend.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import type { TypicalWeek } from '#src/statistics/typical-week.ts';
import { dayNumber } from '#src/week.ts';

/** How many weeks lie between the two sides of a comparison of years. */
function weeksApart(typical: TypicalWeek | undefined): number | undefined {
  const [before] = typical?.beforeWeeks ?? [];
  const [after] = typical?.afterWeeks ?? [];
  if (before === undefined || after === undefined) return undefined;
  return (dayNumber(after) - dayNumber(before)) / 7;
}

/** Finds how a trend is worked out: the answer, the weeks behind it and the numbers in between. Source: docs/method.md. */
export function findTrendMethod(input: TrendInput, each: TrendMethod['each']): TrendMethod {
  const weeks = everyWeek(input);
  const compared = compareAsAsked(input, weeks);
  const trend = findTrend(input);
  const typical = compared?.typical;
  const limitedBy = limitingEvents(input, typical);
  const { change } = trend;
  return deriveAll(input.rows, () => ({
    kind: 'method' as const,
    about: 'trend' as const,
    release: input.release,
    rules: methodRules(input.settings),
    trend,
    each,
    weeks: methodWeeks(
      { input, weeks, typical, trend },
      limitedBy.map(({ date }) => date),
    ),
    found: {
      before: typical?.beforeWeeks.length ?? 0,
      after: typical?.afterWeeks.length ?? 0,
    },
    working:
      typical !== undefined && change?.kind === 'measured'
        ? workOut(input, typical, change)
        : undefined,
    limitedBy,
    weeksApart: input.against === 'lastYear' ? weeksApart(typical) : undefined,
  }));
}
