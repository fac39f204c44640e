import { replyByDay } from '#commands/by-day.ts';
import { replyByMode } from '#commands/by-mode.ts';
import { replyByWeekday } from '#commands/by-weekday.ts';
import type { Command, Desk, Reply } from '#commands/command.ts';
import { readTrend } from '#commands/read-trend.ts';
import { trendChart } from '#commands/trend-chart.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import { altTrend } from '#src/summary/trend/alt-trend.ts';
import { sayTrend } from '#src/summary/trend/say-trend.ts';
import { tableTrend } from '#src/summary/trend/table-trend.ts';

async function replyByWeek(ask: TrendAsk, desk: Desk): Promise<Reply> {
  const { input, provenance } = await readTrend(ask, desk);
  const finding = findTrend(input);
  return {
    finding,
    sentences: sayTrend(finding),
    table: tableTrend(finding),
    chart:
      finding.change?.kind === 'noTrips'
        ? undefined
        : { spec: trendChart(finding), alt: altTrend(finding) },
    provenance,
  };
}

const replies = {
  week: replyByWeek,
  day: replyByDay,
  weekday: replyByWeekday,
  mode: replyByMode,
} as const;

/** Trips between places over time, and what changed around a date. */
export const trend: Command<'trend'> = {
  name: 'trend',
  usage: 'region:PLACE [since:DATE or EVENT] [until:DATE] [mode:MODE]',
  purpose: 'Trips in a place over time, and what changed after a date or an event',
  reply: (ask, desk) => replies[ask.by](ask, desk),
};
