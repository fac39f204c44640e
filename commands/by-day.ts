import type { Desk, Reply } from '#commands/command.ts';
import { daysChart } from '#commands/days-chart.ts';
import { readTrend } from '#commands/read-trend.ts';
import { dailyTrips } from '#queries/daily-trips.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { dayWindow } from '#src/statistics/day/day-window.ts';
import { findDays } from '#src/statistics/day/find-days.ts';
import { altDays } from '#src/summary/day/alt-days.ts';
import { hasDays } from '#src/summary/day/has-days.ts';
import { sayDays } from '#src/summary/day/say-days.ts';
import { tableDays } from '#src/summary/day/table-days.ts';
import { tableTrend } from '#src/summary/trend/table-trend.ts';

/**
 * Trips that end in a place, day by day, beside the comparison of its weeks. Where no day may be shown there is no chart, and the table has weeks.
 * Days are of all transport: an ask with origins or modes is a bug of whatever made it.
 */
export async function replyByDay(ask: TrendAsk, desk: Desk): Promise<Reply> {
  if (ask.origins.length > 0 || ask.modes.length > 0)
    throw new Error('days are of all transport that ends in a place');
  const { input, provenance } = await readTrend(ask, desk);
  const window = dayWindow(input, ask.until !== undefined);
  const destinations = ask.destinations.map(({ code }) => code);
  const daily = await desk.warehouse.run(dailyTrips, { destinations, ...window }, desk);
  const finding = findDays({ trend: input, window, rows: daily.rows });
  const isByDay = hasDays(finding);
  return {
    finding,
    sentences: sayDays(finding),
    table: isByDay ? tableDays(finding) : tableTrend(finding.trend),
    chart: isByDay ? { spec: daysChart(finding), alt: altDays(finding) } : undefined,
    provenance: [...provenance, daily.provenance],
  };
}
