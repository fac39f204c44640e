import type { Area } from '#src/area.ts';
import type { FlowsAsk, TrendAsk } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { countedOnce } from '#src/grammar/counted-once.ts';
import type { Draft, Slot } from '#src/grammar/draft.ts';
import { flowParts, usualLevel } from '#src/grammar/flow-parts.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import { partsOf } from '#src/grammar/parts-of.ts';
import { oneFlow, readAsInto } from '#src/grammar/notes.ts';
import { settleFlowPeriod } from '#src/grammar/settle-flow-period.ts';
import { settleModes } from '#src/grammar/settle-modes.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { settleTrend } from '#src/grammar/settle-trend.ts';
import type { Sorted } from '#src/grammar/sort-places.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import { topPlaces } from '#src/grammar/top-places.ts';
import { usage } from '#src/grammar/usage.ts';
import {
  flowsCannot,
  givenTwice,
  noPartsOf,
  oneEndOfFlows,
  placesNeeded,
  tooManyFlows,
} from '#src/refusal.ts';

/** More places than this make a table of flows that nobody reads. */
const mostParts = 16;

type Way = Pick<FlowsAsk, 'way' | 'place' | 'parts' | 'level'>;

/** Settles the largest flows: to a place, from a place, or between places. One place to one other is a trend. */
export function settleFlows(sorted: Sorted, asked: Asked): Settled<FlowsAsk | TrendAsk> {
  const { draft, suggest } = asked;
  const isHeld =
    draft.against.length > 0 || [...draft.places, ...draft.every].some(({ slot }) => slot === 'vs');
  if (isHeld || draft.grains.length > 0) return refused(flowsCannot(suggest.flows));
  if (sorted.kind === 'line' && isOneFlow(sorted)) {
    const trend = settleTrend(sorted, asked);
    return trend.kind === 'refused' ? trend : settled(trend.value, [oneFlow(), ...trend.notes]);
  }
  const way = findWay(sorted, asked);
  return way.kind === 'refused' ? way : finish(way, asked);
}

function isOneFlow({ origins, destinations }: Extract<Sorted, { kind: 'line' }>): boolean {
  return origins.length === 1 && destinations.length === 1;
}

function finish(way: Extract<Settled<Way>, { kind: 'settled' }>, asked: Asked): Settled<FlowsAsk> {
  const period = settleFlowPeriod(way.value, asked);
  if (period.kind === 'refused') return period;
  const modes = settleModes(asked);
  if (modes.kind === 'refused') return modes;
  const ask: FlowsAsk = {
    command: 'flows',
    ...way.value,
    modes: modes.value,
    ...period.value,
    show: asked.draft.shows[0],
  };
  return settled(ask, [...noteDirection(ask, asked), ...way.notes, ...period.notes]);
}

function findWay(sorted: Sorted, asked: Asked): Settled<Way> {
  const { places } = asked.draft;
  const isAll = (...slots: readonly Slot[]) => places.every(({ slot }) => slots.includes(slot));
  const isSideBySide = sorted.kind === 'sideBySide' && isAll('bare', 'region');
  if (isSideBySide || (places.length > 0 && isAll('between')))
    return betweenListed(distinct(places.map(({ area }) => area)), asked);
  return sorted.kind === 'sideBySide' || places.some(({ slot }) => slot === 'between')
    ? refused(oneEndOfFlows(asked.suggest.flows))
    : ofOneEnd(sorted, asked);
}

function betweenListed(listed: readonly Area[], asked: Asked): Settled<Way> {
  const { draft, suggest, lexicon } = asked;
  if (draft.every.length > 0) return refused(givenTwice('between', suggest.flows));
  if (draft.places.some(({ joint }) => joint === 'plus'))
    return refused(oneEndOfFlows(suggest.flows));
  const { places, notes } = countedOnce(listed, lexicon);
  return between(places, undefined, notes, asked);
}

function between(
  parts: readonly Area[],
  level: string | undefined,
  notes: readonly string[],
  { suggest }: Asked,
): Settled<Way> {
  if (parts.length < 2)
    return refused(placesNeeded('Flows between places need', parts[0]?.name, suggest.flows));
  if (parts.length > mostParts)
    return refused(tooManyFlows(parts.length, mostParts, suggest.flows));
  return settled({ way: 'between', place: undefined, parts, level }, notes);
}

function ofOneEnd(
  { origins, destinations }: Extract<Sorted, { kind: 'line' }>,
  asked: Asked,
): Settled<Way> {
  const { draft, suggest, lexicon } = asked;
  const { areas } = lexicon.vocabulary;
  const levels = new Set(draft.every.map(({ level }) => level ?? topPlaces(areas)[0]?.level));
  if (levels.size > 1) return refused(givenTwice('by', suggest.flows));
  const level = [...levels][0] ?? usualLevel(areas);
  const [place, another] = [...origins, ...destinations];
  if (another !== undefined) return refused(oneEndOfFlows(suggest.flows));
  const parts = flowParts(place, level ?? '', lexicon);
  if (place === undefined) return between(parts, level, [], asked);
  if (isBetweenParts(draft)) return betweenParts(place, level ?? '', asked);
  return settled({ way: origins.length > 0 ? 'outOf' : 'into', place, parts, level });
}

/** "between districts in Wales": the level stands after "between", and the place after "in" or "of". */
function isBetweenParts({ every, places }: Draft): boolean {
  return (
    every.some(({ slot }) => slot === 'between') &&
    places.every(({ slot }) => slot === 'bare' || slot === 'region')
  );
}

function betweenParts(place: Area, level: string, asked: Asked): Settled<Way> {
  const parts = partsOf(place, level, asked.lexicon.vocabulary.areas);
  return parts.length < 2
    ? refused(
        noPartsOf(
          spokenName(place, asked.lexicon.vocabulary),
          pluralOf(level),
          asked.suggest.flows,
        ),
      )
    : between(parts, undefined, [], asked);
}

/** "flows London" does not say which way. */
function noteDirection(ask: FlowsAsk, { draft, lexicon }: Asked): readonly string[] {
  const { place } = ask;
  const isSaid = draft.places.some(({ slot }) => slot !== 'bare' && slot !== 'region');
  if (place === undefined || isSaid) return [];
  const other = usage({ ...ask, way: 'outOf' }, lexicon.vocabulary);
  return [readAsInto(spokenName(place, lexicon.vocabulary), other)];
}
