import type { Instead } from '#src/grammar/instead.ts';
import type { Area } from '#src/area.ts';
import type { SharedWhen, When } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import type { Wish } from '#src/grammar/draft.ts';
import { type EventInPlace, eventInPlace } from '#src/grammar/event-in-place.ts';
import { isInData } from '#src/grammar/is-in-data.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import {
  outside,
  refuseEvent,
  sayPlaces,
  settleWhen,
  shiftedEvent,
} from '#src/grammar/settle-when.ts';
import type { IsoDate } from '#src/week.ts';

/** A date of several places. `first`: the earliest day that it means, in the data. */
type Shared = { readonly since: SharedWhen; readonly first: IsoDate };

/** Finds the date that places side by side are asked about. An event keeps its name: each place has its own day. */
export function settleSharedWhen(
  wish: Wish | undefined,
  places: readonly Area[],
  asked: Asked,
  instead?: Instead,
): Settled<Shared | undefined> {
  const { lexicon } = asked;
  if (wish?.kind === 'event') return settleEvent(wish, places, asked);
  const plain = settleWhen(wish, 'since', places, lexicon, instead);
  if (plain.kind === 'refused' || plain.value === undefined)
    return plain.kind === 'refused' ? plain : settled(undefined);
  const { date } = plain.value;
  return settled({ since: { kind: 'date', date }, first: date });
}

function settleEvent(
  { slug, shiftDays }: Extract<Wish, { kind: 'event' }>,
  places: readonly Area[],
  { lexicon }: Asked,
): Settled<Shared> {
  const { vocabulary, gazetteer } = lexicon;
  const found = places.map((place) =>
    eventInPlace(slug, place, vocabulary.events, gazetteer.areas),
  );
  const dates = found
    .flatMap((one): When[] => (one.kind === 'here' ? [shiftedEvent(one.event, shiftDays)] : []))
    .map(({ date }) => date)
    .filter((date) => isInData(date, vocabulary));
  const [first] = dates.toSorted();
  if (first === undefined) return refuseAll(slug, found, places, lexicon);
  const since = { kind: 'event', slug, ...(shiftDays === 0 ? {} : { shiftDays }) } as const;
  return settled({ since, first });
}

/** No place has the event on a day in the data. */
function refuseAll(
  slug: string,
  found: readonly EventInPlace[],
  places: readonly Area[],
  lexicon: Lexicon,
): Settled<never> {
  const here = found.flatMap((one) => (one.kind === 'here' ? [one.event] : []));
  const [place] = places;
  const [event] = here;
  if (event !== undefined) return refused(outside(event.date, place, lexicon));
  const events = lexicon.vocabulary.events.filter((row) => row.slug === slug);
  const names = sayPlaces(places, 'or', lexicon);
  return refused(
    refuseEvent(slug, { kind: 'elsewhere', events }, place, lexicon, { named: names }),
  );
}
