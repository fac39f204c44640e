import { plainCompare } from '#src/grammar/plain-compare.ts';
import type { Area } from '#src/area.ts';
import type { FlowsAsk, TrendAsk, When } from '#src/grammar/ask.ts';
import { flowParts, usualLevel } from '#src/grammar/flow-parts.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { plainTrend } from '#src/grammar/plain-trend.ts';
import { isEnding } from '#src/grammar/is-ending.ts';
import { usage } from '#src/grammar/usage.ts';
import { isInData } from '#src/grammar/is-in-data.ts';
import { usableEvent, usualEvent, usualPlace } from '#src/grammar/usual-event.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { IsoDate } from '#src/week.ts';

/** Questions that work, made from the vocabulary, about the place asked about where it is known. */
export type Suggestions = {
  readonly any: string;
  readonly events: string;
  readonly table: string;
  readonly flows: string;
  /** A period, from one date to another. */
  readonly period: string;
  /** The last week of the data. */
  readonly lastWeek: string;
  readonly place: (area: Area) => string;
  /** Since `date`, if the data hold it; else since whatever is usual. */
  readonly since: (date: IsoDate) => string;
  /** Since an event, if it holds in the place and in the data; changed in some way. */
  readonly event: (
    slug: string,
    changed?: Partial<TrendAsk>,
  ) => { readonly slug: string; readonly example: string } | undefined;
  /** The events that are ends of something and hold in the place and in the data, the usual one first. */
  readonly endings: readonly { readonly slug: string; readonly example: string }[];
  /** These places side by side, and if they are fewer than two, others with them. */
  readonly sideBySide: (places: readonly Area[]) => string;
  /** The question about the place, changed in some way. */
  readonly trend: (changed: Partial<TrendAsk>) => string;
};

/** Makes the suggestions for a question about `region`, or about a usual place if that is not known. */
export function suggestionsFor(region: Area | undefined, lexicon: Lexicon): Suggestions {
  const { vocabulary } = lexicon;
  const area = region ?? usualPlace(lexicon);
  const events = usage({ command: 'events', region }, vocabulary);
  return area === undefined ? placeless(events) : suggestionsAbout(area, events, lexicon);
}

function placeless(events: string): Suggestions {
  const any = 'help';
  const always = () => any;
  return {
    any,
    events,
    table: any,
    flows: any,
    period: any,
    lastWeek: any,
    place: always,
    since: always,
    event: () => undefined,
    endings: [],
    sideBySide: always,
    trend: always,
  };
}

function suggestionsAbout(area: Area, events: string, lexicon: Lexicon): Suggestions {
  const { vocabulary } = lexicon;
  const { firstDay, lastDay } = vocabulary;
  const of = (asked: Area, changed: Partial<TrendAsk>) =>
    usage({ ...plainTrend(asked), ...changed }, vocabulary);
  const trend = (changed: Partial<TrendAsk>) => of(area, changed);
  const place = (asked: Area) => of(asked, { since: whenOf(usualEvent(asked, lexicon)) });
  const day = (date: IsoDate) => ({ date, event: undefined });
  const event = (slug: string, changed: Partial<TrendAsk> = {}) => {
    const found = usableEvent(slug, area, lexicon);
    return found && { slug, example: trend({ ...changed, since: whenOf(found) }) };
  };
  return {
    any: place(area),
    events,
    table: trend({ show: 'table' }),
    get flows() {
      return usage(flowsInto(area, lexicon), vocabulary);
    },
    period: trend({ since: day(firstDay), until: day(lastDay) }),
    lastWeek: trend({}),
    place,
    since: (date) => (isInData(date, vocabulary) ? trend({ since: day(date) }) : place(area)),
    event,
    get endings() {
      const usual = usualEvent(area, lexicon)?.slug;
      const slugs = [...lexicon.slugs.values()].filter((slug) => isEnding(slug, vocabulary));
      const sorted = slugs.toSorted((a, b) => Number(b === usual) - Number(a === usual));
      return sorted.flatMap((slug) => event(slug) ?? []);
    },
    sideBySide: (places) => sideBySide(places, area, lexicon),
    trend,
  };
}

/** `area` with one of its parts or neighbours, where fewer than two places are given. */
function sideBySide(places: readonly Area[], area: Area, lexicon: Lexicon): string {
  const { vocabulary, gazetteer } = lexicon;
  const others = [...gazetteer.areas.values()].filter(({ code }) => code !== area.code);
  const isNear = (one: Area) => one.parent !== undefined && one.parent === area.parent;
  const near =
    others.find(isNear) ?? others.find(({ parent }) => parent === area.code) ?? others[0];
  const several = distinct(places).slice(0, 3);
  const both = several.length > 1 ? several : near === undefined ? [] : [area, near];
  return both.length < 2
    ? usage(plainTrend(area), vocabulary)
    : usage(plainCompare(both), vocabulary);
}

function flowsInto(place: Area, lexicon: Lexicon): FlowsAsk {
  const level = usualLevel(lexicon.vocabulary.areas);
  return {
    command: 'flows',
    way: 'into',
    place,
    level,
    modes: [],
    show: undefined,
    parts: flowParts(place, level ?? '', lexicon),
    since: undefined,
    until: undefined,
  };
}

function whenOf(event: PolicyEvent | undefined): When | undefined {
  return event && { date: event.date, event };
}
