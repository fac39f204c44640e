import type { Area } from '#src/area.ts';
import type { CompareAsk, DataAsk, SharedWhen, TrendAsk, When } from '#src/grammar/ask.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { plainCompare } from '#src/grammar/plain-compare.ts';
import { plainTrend } from '#src/grammar/plain-trend.ts';
import { shiftedEvent } from '#src/grammar/settle-when.ts';

/** The same places, dates and types of transport over time: of several named, the first. Undefined where no place is named. */
export function asTrend(ask: DataAsk, lexicon: Lexicon): TrendAsk | undefined {
  if (ask.command === 'trend') return ask;
  const [place] = namedIn(ask);
  if (place === undefined) return undefined;
  const { modes, until, show } = ask;
  const since = ask.command === 'flows' ? ask.since : dayIn(place, ask.since, lexicon);
  const isFrom = ask.command === 'flows' && ask.way === 'outOf';
  const ends = isFrom ? { origins: [place], destinations: [] } : {};
  return { ...plainTrend(place), ...ends, modes, since, until, show };
}

function namedIn(ask: Exclude<DataAsk, TrendAsk>): readonly Area[] {
  if (ask.command === 'compare') return ask.places;
  const isListed = ask.way === 'between' && ask.level === undefined;
  return ask.place === undefined ? (isListed ? ask.parts : []) : [ask.place];
}

/** The same places side by side; undefined where they are not several, or trips from them are asked about. */
export function asCompare(ask: DataAsk): CompareAsk | undefined {
  if (ask.command === 'compare') return ask;
  const places = sidesOf(ask);
  const { modes, until, show, since } = ask;
  return places.length < 2
    ? undefined
    : { ...plainCompare(places), modes, since: shared(since), until, show };
}

function sidesOf(ask: Exclude<DataAsk, CompareAsk>): readonly Area[] {
  if (ask.command === 'trend') return ask.origins.length > 0 ? [] : ask.destinations;
  return ask.place === undefined ? ask.parts : [];
}

function shared(when: When | undefined): SharedWhen | undefined {
  if (when?.event === undefined) return when && { kind: 'date', date: when.date };
  const { event, shiftDays } = when;
  return { kind: 'event', slug: event.slug, ...(shiftDays === undefined ? {} : { shiftDays }) };
}

/** The day that a shared date means in one of the places. */
function dayIn(
  place: Area,
  since: SharedWhen | undefined,
  { vocabulary, gazetteer }: Lexicon,
): When | undefined {
  if (since?.kind !== 'event') return since && { date: since.date, event: undefined };
  const found = eventInPlace(since.slug, place, vocabulary.events, gazetteer.areas);
  return found.kind === 'here' ? shiftedEvent(found.event, since.shiftDays ?? 0) : undefined;
}
