import type { Area } from '#src/area.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';

/** The plainest question about a place: trips that end there, by week, all transport, all weeks. */
export function plainTrend(place: Area): TrendAsk {
  return {
    command: 'trend',
    origins: [],
    destinations: [place],
    modes: [],
    since: undefined,
    until: undefined,
    by: 'week',
    against: 'before',
    show: undefined,
  };
}
