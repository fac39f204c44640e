import type { Area } from '#src/area.ts';
import type { Ask, CompareAsk } from '#src/grammar/ask.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import { type Lexicon, lexiconOf } from '#src/grammar/lexicon.ts';
import { plainTrend } from '#src/grammar/plain-trend.ts';
import { suggestionsFor } from '#src/grammar/suggestions.ts';
import { usualEvent, usualPlace } from '#src/grammar/usual-event.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** A few questions that work on this vocabulary: since an event, since a date in a part of the same place, places side by side, flows, and events. */
export function workingExamples(vocabulary: Vocabulary): readonly string[] {
  const lexicon = lexiconOf(vocabulary);
  const place = usualPlace(lexicon);
  if (place === undefined) return ['status'];
  const event = usualEvent(place, lexicon);
  const part = vocabulary.areas.find(({ parent }) => parent === place.code) ?? place;
  const mode = vocabulary.modes.length > 1 ? vocabulary.modes[1] : undefined;
  const date = event?.date ?? vocabulary.firstDay;
  const asks: readonly Ask[] = [
    { ...plainTrend(place), since: event && { date, event } },
    {
      ...plainTrend(part),
      since: { date, event: undefined },
      modes: mode === undefined ? [] : [mode],
    },
    ...sideBySide(place, event?.slug, lexicon),
  ];
  const { flows } = suggestionsFor(part, lexicon);
  const { events } = suggestionsFor(place, lexicon);
  return [...asks.map((ask) => usage(ask, vocabulary)), flows, events];
}

/** The place and its neighbours, since the event where they have it too. */
function sideBySide(
  place: Area,
  slug: string | undefined,
  { gazetteer, vocabulary }: Lexicon,
): readonly CompareAsk[] {
  const beside = [...gazetteer.areas.values()].filter(({ parent }) => parent === place.parent);
  const has = (one: Area) =>
    slug === undefined ||
    eventInPlace(slug, one, vocabulary.events, gazetteer.areas).kind === 'here';
  const places = beside.filter(has).slice(0, 2);
  const since = slug === undefined ? undefined : ({ kind: 'event', slug } as const);
  return places.length < 2
    ? []
    : [{ command: 'compare', places, modes: [], since, until: undefined, show: undefined }];
}
