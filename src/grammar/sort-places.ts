import type { Area } from '#src/area.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { countedOnce } from '#src/grammar/counted-once.ts';
import type { Named, Slot } from '#src/grammar/draft.ts';
import { distinct } from '#src/grammar/gazetteer.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { endsOnly, endsTwice, mixedList, severalPlaces } from '#src/refusal.ts';

/** What the places of a question are to one another: groups between which trips are counted, or places side by side. */
export type Sorted =
  | {
      readonly kind: 'line';
      readonly origins: readonly Area[];
      readonly destinations: readonly Area[];
    }
  | { readonly kind: 'sideBySide'; readonly places: readonly Area[] };

/** Sorts the places of a question into where trips start, where they end, and what stands side by side. */
export function sortPlaces(asked: Asked): Settled<Sorted> {
  const { draft, suggest } = asked;
  const of = (...slots: readonly Slot[]) => draft.places.filter(({ slot }) => slots.includes(slot));
  const isCompared = draft.commands.some(({ command }) => command === 'compare');
  const [origins, sides, against] = [of('origin'), of('bare', 'region', 'to'), of('vs')];
  const ends = of('destination');
  if (ends.length > 0 && sides.length > 0 && !areSame(ends, sides))
    return refused(endsTwice(namesOf([...sides, ...ends]), suggest.any));
  if (!isCompared && !areJoined(sides))
    return refused(severalPlaces(namesOf(sides), suggest.sideBySide(areasOf(sides))));
  const isGroup = sides.some(({ joint }, i) => i > 0 && joint === 'plus');
  const places = distinct(areasOf([...sides, ...ends, ...against]));
  const isSideBySide =
    against.length > 0 ||
    (isCompared && !isGroup) ||
    (ends.length === 0 && !isGroup && places.length > 1);
  const isOneEnd = origins.length > 0 && against.length === 0 && !isCompared && areDirected(sides);
  if (isMixed(sides) || (isGroup && against.length > 0))
    return refused(mixedList(suggest.sideBySide(places)));
  if (!isSideBySide || isOneEnd) return line(areasOf(origins), areasOf([...sides, ...ends]), asked);
  return origins.length > 0
    ? refused(endsOnly(suggest.sideBySide(places)))
    : settled({ kind: 'sideBySide', places });
}

function line(
  origins: readonly Area[],
  destinations: readonly Area[],
  { lexicon }: Asked,
): Settled<Sorted> {
  const [from, to] = [countedOnce(origins, lexicon), countedOnce(destinations, lexicon)];
  return settled({ kind: 'line', origins: from.places, destinations: to.places }, [
    ...from.notes,
    ...to.notes,
  ]);
}

function areasOf(named: readonly Named[]): readonly Area[] {
  return named.map(({ area }) => area);
}

function namesOf(named: readonly Named[]): readonly string[] {
  return distinct(areasOf(named)).map(({ name }) => name);
}

function areSame(some: readonly Named[], others: readonly Named[]): boolean {
  const [a, b] = [new Set(areasOf(some)), new Set(areasOf(others))];
  return a.size === b.size && a.isSubsetOf(b);
}

/** Whether each place is joined to those before it, or is one of them again. */
function areJoined(named: readonly Named[]): boolean {
  return named.every(
    ({ joint, area }, i) =>
      i === 0 || joint !== undefined || named.slice(0, i).some((one) => one.area === area),
  );
}

/** Whether every place is said to be where trips go: "to A and B". */
function areDirected(named: readonly Named[]): boolean {
  return named.length < 2 || named.every(({ slot }) => slot === 'to');
}

function isMixed(named: readonly Named[]): boolean {
  const joints = new Set(named.slice(1).map(({ joint }) => joint ?? 'and'));
  return joints.size > 1;
}
