import type { Area } from '#src/area.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import { isInData } from '#src/grammar/is-in-data.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { usableEvent, usualEvent, usualPlace } from '#src/grammar/usual-event.ts';
import { addDays, dateOf, dayNumber, type IsoDate, mondayOf } from '#src/week.ts';
import type { Offer } from './offer.ts';

/** What was picked. `slug`: a named date; with one there is no `since`. */
export type Picks = {
  readonly area: Area;
  readonly slug: string | undefined;
  readonly since: IsoDate | undefined;
  readonly until: IsoDate | undefined;
};

/** What an address asks for that is left out. `notOffered`: it holds something that cannot be picked. */
export type PickProblem = 'notOffered' | 'notHere' | 'eventOrDay' | 'endTooEarly';

export type ReadPicks = { readonly picks: Picks; readonly problem: PickProblem | undefined };

/** The fields of the form, by their names in an address. */
const names = ['area', 'event', 'since', 'until'] as const;
type Values = Readonly<Record<(typeof names)[number], string>>;

/** Reads an address against what is offered. What cannot be picked gives the usual view; what does not go together is left out. Undefined: no place is offered. */
export function readPicks(search: URLSearchParams, offer: Offer): ReadPicks | undefined {
  const usual = usualPicks(offer);
  if (usual === undefined) return undefined;
  if (names.every((name) => !search.has(name))) return { picks: usual, problem: undefined };
  const isClear = names.every((name) => search.getAll(name).length < 2);
  const value = (name: (typeof names)[number]) => search.get(name) ?? '';
  const values: Values = {
    area: value('area'),
    event: value('event'),
    since: value('since'),
    until: value('until'),
  };
  const area = values.area === '' ? usual.area : offer.places.get(values.area);
  return isClear && area !== undefined && isOffered(values, offer)
    ? fit({ ...values, area }, offer)
    : { picks: usual, problem: 'notOffered' };
}

/** Where the usual event holds, since it; or the largest place that is offered. */
function usualPicks({ places, vocabulary }: Offer): Picks | undefined {
  const lexicon = lexiconOf(vocabulary);
  const usual = usualPlace(lexicon);
  const [largest] = places.values();
  const area = (usual && places.get(usual.code)) ?? largest;
  if (area === undefined) return undefined;
  return { area, slug: usualEvent(area, lexicon)?.slug, since: undefined, until: undefined };
}

function isOffered({ event, since, until }: Values, { slugs, vocabulary }: Offer): boolean {
  const isDay = (date: string) => date === '' || (isDate(date) && isInData(date, vocabulary));
  return (event === '' || slugs.has(event)) && isDay(since) && isDay(until);
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
  !Number.isNaN(dayNumber(text)) &&
  dateOf(dayNumber(text)) === text;

type Fitting = Omit<Values, 'area'> & { readonly area: Area };

function fit({ area, event, since, until }: Fitting, offer: Offer): ReadPicks {
  const isHere = event !== '' && isKnownIn(event, area, offer);
  const slug = isHere ? event : undefined;
  const start = slug === undefined && since !== '' ? since : undefined;
  const { vocabulary } = offer;
  const begins = slug === undefined ? start : usableEvent(slug, area, lexiconOf(vocabulary))?.date;
  const firstSunday = addDays(mondayOf(vocabulary.firstDay), 6);
  const isTooEarly =
    until !== '' && (until < firstSunday || (begins !== undefined && until < begins));
  const picks = { area, slug, since: start, until: until === '' || isTooEarly ? undefined : until };
  if (event !== '' && !isHere) return { picks, problem: 'notHere' };
  if (event !== '' && since !== '') return { picks, problem: 'eventOrDay' };
  return { picks, problem: isTooEarly ? 'endTooEarly' : undefined };
}

/** Whether a place has one day for an event, or its parts have. */
function isKnownIn(slug: string, area: Area, { vocabulary }: Offer): boolean {
  const lexicon = lexiconOf(vocabulary);
  const found = eventInPlace(slug, area, vocabulary.events, lexicon.gazetteer.areas);
  return found.kind === 'within'
    ? found.events.some(({ date }) => isInData(date, vocabulary))
    : usableEvent(slug, area, lexicon) !== undefined;
}
