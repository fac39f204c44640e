import type { Area } from '#src/area.ts';
import type { Mode, When } from '#src/grammar/ask.ts';
import { chainOf } from '#src/statistics/events-in-force.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { addDays, dayNumber, mondayOf, type IsoDate } from '#src/week.ts';
import { between, pick } from '#test/attack/seeded.ts';

type Rng = () => number;

/** A value, with a chance; else nothing. */
export const maybe = <T>(rng: Rng, chance: number, value: () => T): T | undefined =>
  rng() < chance ? value() : undefined;

/** A day after the first two weeks of the data, mostly a Sunday: questions then often have a period in common. */
export function someDay(rng: Rng, { firstDay, lastDay }: Vocabulary): IsoDate {
  const day = addDays(firstDay, between(rng, 14, dayNumber(lastDay) - dayNumber(firstDay)));
  return rng() < 0.7 ? addDays(mondayOf(day), 6) : day;
}

/** A day without a name. */
const someDate = (rng: Rng, vocabulary: Vocabulary): When => ({
  date: someDay(rng, vocabulary),
  event: undefined,
});

/** A day after another one, if there is one. */
export const someUntil = (
  rng: Rng,
  since: { readonly date?: IsoDate } | undefined,
  vocabulary: Vocabulary,
): When =>
  someDate(rng, { ...vocabulary, firstDay: addDays(since?.date ?? vocabulary.firstDay, -7) });

/** A day, or an event by its name: whether it holds in the place is for the parser to say. */
export function someSince(rng: Rng, vocabulary: Vocabulary): When {
  if (rng() < 0.7) return someDate(rng, vocabulary);
  const event = pick(rng, vocabulary.events);
  return { date: event.date, event };
}

/** The start and the end of a few whole weeks, mostly of one. */
export function someWeeks(
  rng: Rng,
  vocabulary: Vocabulary,
): Readonly<Record<'since' | 'until', When>> {
  const monday = mondayOf(someDay(rng, vocabulary));
  const weeks = rng() < 0.6 ? 1 : between(rng, 2, 6);
  const last = addDays(monday, 7 * weeks - 1);
  const until = last > vocabulary.lastDay ? vocabulary.lastDay : last;
  return { since: { date: monday, event: undefined }, until: { date: until, event: undefined } };
}

/** No mode, which is all of them, one, or two together. */
export function someModes(rng: Rng, { modes }: Vocabulary): readonly Mode[] {
  const count = pick(rng, [0, 0, 1, 1, 1, 2]);
  const left = pick(rng, modes);
  return count < 2
    ? modes.filter((mode) => count === 1 && mode === left)
    : modes.filter((mode) => mode !== left);
}

/** Different places, at most so many; they may lie in one another. */
export const somePlaces = (rng: Rng, most: number, { areas }: Vocabulary): readonly Area[] => [
  ...new Set(Array.from({ length: most }, () => pick(rng, areas))),
];

/** Those of some places that lie in no other of them. */
export const outermost = (places: readonly Area[], { areas }: Vocabulary): readonly Area[] =>
  places.filter((place) =>
    chainOf(place, areas)
      .slice(1)
      .every((larger) => !places.includes(larger)),
  );

/** Places that are counted together: mostly one, none of them within another. */
export const someGroup = (rng: Rng, vocabulary: Vocabulary): readonly Area[] =>
  outermost(somePlaces(rng, pick(rng, [1, 1, 1, 2, 3]), vocabulary), vocabulary);
