import type { Area } from '#src/area.ts';
import type { When } from '#src/grammar/ask.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { IsoDate } from '#src/week.ts';

/** Questions that work, made from the vocabulary, about the place asked about where it is known. */
export type Suggestions = {
  readonly any: string;
  readonly events: string;
  readonly place: (area: Area) => string;
  /** Since `date`, if the data hold it; else since whatever is usual. */
  readonly since: (date: IsoDate) => string;
  /** Since an event, if it holds in the place and in the data. */
  readonly event: (slug: string) => { readonly slug: string; readonly example: string } | undefined;
};

/** Makes the suggestions for a question about `region`, or about a usual place if that is not known. */
export function suggestionsFor(region: Area | undefined, lexicon: Lexicon): Suggestions {
  const { vocabulary } = lexicon;
  const area = region ?? usualPlace(lexicon);
  const trend = (asked: Area, since: When | undefined) =>
    usage(
      { command: 'trend', region: asked, since, until: undefined, mode: undefined },
      vocabulary,
    );
  const place = (asked: Area) => trend(asked, whenOf(usualEvent(asked, lexicon)));
  const any = area === undefined ? 'help' : place(area);
  return {
    any,
    events: usage({ command: 'events', region }, vocabulary),
    place,
    since: (date) =>
      area === undefined || !isInData(date, vocabulary)
        ? any
        : trend(area, { date, event: undefined }),
    event: (slug) => {
      const event = area && usableEvent(slug, area, lexicon);
      return area && event && { slug, example: trend(area, whenOf(event)) };
    },
  };
}

function whenOf(event: PolicyEvent | undefined): When | undefined {
  return event && { date: event.date, event };
}

/** The event that most places have, of those that hold in this place and in the data; the latest of them. */
export function usualEvent(area: Area, lexicon: Lexicon): PolicyEvent | undefined {
  const usable = [...lexicon.slugs.values()].flatMap(
    (slug) => usableEvent(slug, area, lexicon) ?? [],
  );
  return mostShared(usable, lexicon.vocabulary);
}

function usableEvent(
  slug: string,
  area: Area,
  { vocabulary, gazetteer }: Lexicon,
): PolicyEvent | undefined {
  const found = eventInPlace(slug, area, vocabulary.events, gazetteer.areas);
  return found.kind === 'here' && isInData(found.event.date, vocabulary) ? found.event : undefined;
}

/** A place to make examples of: where the usual event holds. Absent only without places. */
export function usualPlace({ vocabulary, gazetteer }: Lexicon): Area | undefined {
  const usable = vocabulary.events.filter(
    (event) => gazetteer.areas.has(event.area) && isInData(event.date, vocabulary),
  );
  const usual = mostShared(usable, vocabulary);
  const first = usable.find(({ slug }) => slug === usual?.slug);
  return first === undefined ? vocabulary.areas[0] : gazetteer.areas.get(first.area);
}

function mostShared(
  events: readonly PolicyEvent[],
  vocabulary: Vocabulary,
): PolicyEvent | undefined {
  const rows = (slug: string) => vocabulary.events.filter((event) => event.slug === slug).length;
  return events.toSorted(
    (a, b) => rows(b.slug) - rows(a.slug) || Number(b.date > a.date) - Number(b.date < a.date),
  )[0];
}

/** Whether the data hold this day. */
export function isInData(date: IsoDate, { firstDay, lastDay }: Vocabulary): boolean {
  return date >= firstDay && date <= lastDay;
}
