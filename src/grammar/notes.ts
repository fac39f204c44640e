import { quoteAsker } from '#src/refusal.ts';

/** What was guessed or left out on the way to a reading, one sentence each for the echo. */

/** Words that were read as something near them. */
export function readAs(typed: string, meaning: string): string {
  return `I read ${quoteAsker(typed)} as ${meaning}.`;
}

/** A date without since or until, read as a start. */
export function readAsStart(typed: string, said: string): string {
  return `I read ${quoteAsker(typed)} as a start: since ${said}.`;
}

/** "after" or "before" a date, which leaves open whether that day counts. */
export function dayIncluded(typed: string, meant: 'since' | 'until'): string {
  return `I read ${quoteAsker(typed)} as ${meant}, that day included.`;
}

/** A word for a part of what the data count as one. */
export function onlyPartOf(typed: string, whole: string): string {
  return `I read ${quoteAsker(typed)} as ${whole}: these data do not tell it apart.`;
}

/** A place of a group that lies in another of it. */
export function countedOnce(inner: string, outer: string): string {
  return `${inner} lies within ${outer} and is counted once.`;
}

/** An event that has its own date in each part of a place. `what`: what one of them is, "country" or "place". */
export function forEachPart(place: string, slug: string, what: string): string {
  return `For ${place} as a whole ${slug} is not one date, so this is for each ${what} that has it.`;
}

/** Flows of a place whose direction was not said. `other`: how to ask for the other one. */
export function readAsInto(place: string, other: string): string {
  return `I read this as flows to ${place}. For those that start there, write ${other}.`;
}

/** Places asked for in the place of others that were cut. `level`: places of that kind, in the plural. */
export function notCut(level: string): string {
  return `None of these places is made up of several ${level}, so they are shown whole.`;
}

/** One end of trips in the place of the other end, which was the same place. */
export function readAsTurned(place: string, role: 'end' | 'origin' | 'between'): string {
  const turned = role === 'origin' ? 'start' : 'end';
  return `I read this as all trips that ${turned} in ${place}. For those within it, name it as origin and as destination.`;
}

/** Flows from one place to one other. */
export function oneFlow(): string {
  return 'One place to one other is a single flow, so I show it over time.';
}

/** `typed`: each run of words that was not understood. */
export function ignored(typed: readonly string[]): string {
  return `I ignored ${typed.map(quoteAsker).join(', ')}.`;
}

/** What is counted, where people were asked for. */
export function tripsNotPeople(): string {
  return 'These are trips, not people.';
}

/** An explicit "against the usual", where no date is given. */
export function againstBefore(): string {
  return 'I read this as against the ordinary weeks before.';
}

/** A period that is the last week, which is what is told where no period is asked for. */
export function lastWeekOnly(): string {
  return 'That is the last week of the data.';
}

/** An event that trips between two places have on different dates. `owner`: the place whose date is taken. */
export function dateOfOne(slug: string, owner: string, date: string): string {
  return `${slug} is ${owner}${owner.endsWith('s') ? '’' : '’s'} date here: ${date}.`;
}
