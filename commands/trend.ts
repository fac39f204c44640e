import type { Command, Desk } from '#commands/command.ts';
import { startsAtZero } from '#charts/trend-layout.ts';
import { drawTrend } from '#charts/trend.ts';
import { calendar } from '#queries/calendar.ts';
import { errorBound } from '#queries/error-bound.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import type { Area } from '#src/area.ts';
import type { TrendFinding } from '#src/finding.ts';
import type { Ask, Mode, When } from '#src/grammar/ask.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ChartSpec, Provenance } from '#src/ports.ts';
import { chainOf, eventsInForce, eventsTouching } from '#src/statistics/events-in-force.ts';
import { findTrend } from '#src/statistics/trend/find-trend.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { altTrend } from '#src/summary/trend/alt-trend.ts';
import {
  footerTrend,
  subtitleTrend,
  unitTrend,
  usualLabel,
} from '#src/summary/trend/chart-text-trend.ts';
import { sayTrend } from '#src/summary/trend/say-trend.ts';
import { tableTrend } from '#src/summary/trend/table-trend.ts';
import { titleTrend } from '#src/summary/trend/title-trend.ts';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';

/** The last Sunday on or before the last day asked for. */
const lastSunday = (until: IsoDate): IsoDate => addDays(mondayOf(addDays(until, 1)), -1);

/** The mode as it is named: "all transport" where the release declares several and none was asked for. */
function namedMode(mode: Mode | undefined, { modes }: Vocabulary): Mode | undefined {
  if (modes.length < 2) return undefined;
  return mode ?? { value: 'all', label: 'All transport' };
}

/** Draws a trend with its words. */
export const draw = (finding: TrendFinding): ChartSpec =>
  drawTrend(finding, {
    title: titleTrend(finding).text,
    subtitle: subtitleTrend(finding).text,
    source: footerTrend(finding, startsAtZero(finding)).map(({ text }) => text),
    alt: altTrend(finding).text,
    usualLabel: usualLabel.text,
    trips: unitTrend.text,
  });

/** A day on which one event holds in the place is that event, however it was asked for. */
function namedDate(since: When | undefined, inForce: readonly PolicyEvent[]): When | undefined {
  if (since === undefined || since.event !== undefined) return since;
  const onDay = inForce.filter(({ date }) => date === since.date);
  return { date: since.date, event: onDay.length === 1 ? onDay[0] : undefined };
}

type TrendAsk = Extract<Ask, { command: 'trend' }>;

/** Asks the warehouse for all that a trend is found from. */
export async function readTrend(
  ask: TrendAsk,
  desk: Desk,
): Promise<{ readonly input: TrendInput; readonly provenance: readonly Provenance[] }> {
  const { warehouse, vocabulary, settings } = desk;
  const { release } = warehouse;
  const larger = chainOf(ask.region, vocabulary.areas).slice(1);
  const chain: readonly [Area, ...Area[]] = [ask.region, ...larger];
  const lastDay = lastSunday(ask.until?.date ?? release.lastDay);
  const place = {
    destinations: [ask.region.code],
    modes: ask.mode === undefined ? vocabulary.modes.map(({ value }) => value) : [ask.mode.value],
  };
  const [weekly, bounds, flagged] = await Promise.all([
    warehouse.run(
      weeklyTrips,
      { ...place, from: release.firstDay, until: mondayOf(lastDay) },
      desk,
    ),
    warehouse.run(errorBound, place, desk),
    warehouse.run(
      calendar,
      {
        areas: chain.map(({ code }) => code),
        from: release.firstDay,
        until: addDays(release.lastDay, 366),
      },
      desk,
    ),
  ]);
  const inForce = eventsInForce(vocabulary.events, chain);
  return {
    input: {
      chain,
      spoken: spokenName(ask.region, vocabulary),
      spokenLarger: larger[0] && spokenName(larger[0], vocabulary),
      mode: namedMode(ask.mode, vocabulary),
      since: namedDate(ask.since, inForce),
      lastDay,
      rows: weekly.rows,
      calendar: flagged.rows,
      events: inForce,
      touching: eventsTouching(vocabulary.events, ask.region, vocabulary.areas),
      bound: bounds.rows[0]?.bound ?? 0,
      release,
      settings,
    },
    provenance: [weekly.provenance, bounds.provenance, flagged.provenance],
  };
}

/** Trips that end in one place over time, and what changed around a date. */
export const trend: Command<'trend'> = {
  name: 'trend',
  usage: 'region:PLACE [since:DATE or EVENT] [until:DATE] [mode:MODE]',
  purpose: 'Trips in a place over time, and what changed after a date or an event',
  reply: async (ask, desk) => {
    const { input, provenance } = await readTrend(ask, desk);
    const finding = findTrend(input);
    return {
      finding,
      sentences: sayTrend(finding),
      table: tableTrend(finding),
      chart:
        finding.change?.kind === 'noTrips'
          ? undefined
          : { spec: draw(finding), alt: altTrend(finding) },
      provenance,
    };
  },
};
