import type { DataAsk, FlowsAsk, TrendAsk } from '#src/grammar/ask.ts';
import { countedOnce } from '#src/grammar/counted-once.ts';
import { flowParts } from '#src/grammar/flow-parts.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import type { Tier } from './access-config.ts';
import { asCompare, asTrend } from './change-shape.ts';
import { checkModes } from './check-modes.ts';
import type { Reach } from './reach.ts';
import { widenPlaces } from './widen-places.ts';

/** What a question is changed for. */
export type Aim = { readonly tier: Tier; readonly reach: Reach; readonly lexicon: Lexicon };

/**
 * Questions that a tier may let be asked instead of one that it does not, the nearest first: with places and types of transport that it lets be asked about, then the
 * same in a plainer shape; each with its dates, then as days of the calendar, then without. Not all of them can be asked: the caller tries.
 */
export function nearerAsks(ask: DataAsk, aim: Aim): readonly DataAsk[] {
  const modest = withoutModes(ask, aim);
  const widened = widen(modest, aim);
  const shapes = [
    ...widened,
    ...widened.flatMap((one) => asCompare(one) ?? []),
    ...widened.flatMap((one) => asTrend(one, aim.lexicon) ?? []),
  ];
  return shapes.flatMap((one) => [one, byCalendar(one), undated(one)]);
}

function withoutModes<T extends DataAsk>(ask: T, { tier, lexicon }: Aim): T {
  if (checkModes(ask, tier, lexicon.vocabulary) === undefined) return ask;
  return { ...ask, modes: [], ...(ask.command === 'trend' ? { by: 'week' } : {}) };
}

function widen(ask: DataAsk, aim: Aim): readonly DataAsk[] {
  switch (ask.command) {
    case 'trend':
      return [widenTrend(ask, aim)];
    case 'compare':
      return [{ ...ask, places: widenPlaces(ask.places, aim.reach) }];
    case 'flows':
      return widenFlows(ask, aim);
    default:
      return ask satisfies never;
  }
}

function widenTrend(ask: TrendAsk, { reach, lexicon }: Aim): TrendAsk {
  const group = (areas: TrendAsk['origins']) =>
    countedOnce(widenPlaces(areas, reach), lexicon).places;
  return { ...ask, origins: group(ask.origins), destinations: group(ask.destinations) };
}

/** The places as asked, then cut by each level that the tier has, the finest first. */
function widenFlows(ask: FlowsAsk, { reach, lexicon }: Aim): readonly FlowsAsk[] {
  if (ask.way === 'between' && ask.level === undefined) {
    const { places } = countedOnce(widenPlaces(ask.parts, reach), lexicon);
    return [{ ...ask, parts: places }];
  }
  const [place] = ask.place === undefined ? [] : widenPlaces([ask.place], reach);
  if (ask.place !== undefined && place === undefined) return [];
  const levels = new Set(
    [ask.level, ...reach.levels].filter((level) => level !== undefined && reach.levels.has(level)),
  );
  return [...levels].flatMap((level) =>
    level === undefined ? [] : [{ ...ask, place, level, parts: flowParts(place, level, lexicon) }],
  );
}

function byCalendar<T extends DataAsk>(ask: T): T {
  const { since, until } = ask;
  const day = (date: string) => ({ date, event: undefined });
  const from = since !== undefined && 'event' in since ? { since: day(since.date) } : {};
  return { ...ask, ...from, until: until && day(until.date) };
}

const undated = <T extends DataAsk>(ask: T): T => ({ ...ask, since: undefined, until: undefined });
