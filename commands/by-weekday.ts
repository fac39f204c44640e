import type { Desk, Reply } from '#commands/command.ts';
import { codesOf } from '#commands/counted.ts';
import { nameEnds } from '#commands/name-counted.ts';
import { readTrend } from '#commands/read-trend.ts';
import { replyCompare } from '#commands/reply-compare.ts';
import { dailyTrips } from '#queries/daily-trips.ts';
import { weekdayNames } from '#src/statistics/compare/weekday-names.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { weekdayWeeks } from '#src/statistics/compare/weekday-weeks.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';

/** How trips changed on each day of the week, side by side: by all transport, where they end. */
export async function replyByWeekday(ask: TrendAsk, desk: Desk): Promise<Reply> {
  const { input: trend, provenance } = await readTrend(ask, desk);
  const { warehouse, vocabulary } = desk;
  const daily = await warehouse.run(
    dailyTrips,
    {
      destinations: codesOf(ask.destinations),
      from: warehouse.release.firstDay,
      until: trend.lastDay,
    },
    desk,
  );
  const weeks = everyWeek(trend);
  const { since, mode } = trend;
  const items = weekdayNames.map((name, weekday) => {
    const own = weekdayWeeks(weekday, daily.rows, weeks, trend);
    return { name, spoken: `${name}s`, since, weeks: own, trend };
  });
  return replyCompare(
    {
      of: 'weekday',
      asked: since === undefined ? 'latest' : 'date',
      release: warehouse.release,
      mode,
      ends: nameEnds(ask, vocabulary),
      items,
      rows: [...trend.rows, ...daily.rows],
    },
    [daily.provenance, ...provenance],
  );
}
