import type { Cell } from '#src/finding.ts';
import type { FlowsFinding, RankedFlows } from '#src/flows-finding.ts';
import { nameFact, numberFact, tripsFact, weekToFact } from '#src/summary/facts.ts';
import { byMode } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Whether there are no trips, and that may be said. */
export const isNone = (cell: Cell): boolean => cell.kind === 'published' && cell.value === 0;

/** "the week to 30 January 2022", "the 4 weeks to 30 January 2022". */
export function periodWords({ period }: FlowsFinding): Sentence {
  const index = period.weeks.length - 1;
  const to = weekToFact(period.weeks[index] ?? '', `/period/weeks/${index}`);
  return index === 0
    ? say`the week to ${to}`
    : say`the ${numberFact(period.weeks.length, '/period/weeks/length')} weeks to ${to}`;
}

/** "trips", or "trips a week" where several weeks are averaged. */
export const tripsAWeek = ({ period }: FlowsFinding): string =>
  period.weeks.length === 1 ? 'trips' : 'trips a week';

/** "that ended in London", "that started in London". */
export function whichTrips({ way, place, mode }: RankedFlows): Sentence {
  const name = nameFact(place.spoken, '/place/spoken');
  return say`${byMode(mode)} that ${way === 'into' ? 'ended' : 'started'} in ${name}`;
}

/** The number of a cell that is shown; undefined where it is withheld. `from` points to the cell. */
export const cellFact = (cell: Cell, from: string) =>
  cell.kind === 'published' ? tripsFact(cell.value, `${from}/value`) : undefined;

/** "regions" of "region". */
const plural = (level: string): string =>
  /[^aeiou]y$/u.test(level) ? `${level.slice(0, -1)}ies` : `${level}s`;

/** "regions", or "these places" where they are of several levels. */
export const thePartsWords = (finding: FlowsFinding): Sentence =>
  finding.level === undefined ? say`these places` : partsWords(finding);

/** What the parts are called, several of them. */
export function partsWords({ level }: FlowsFinding): Sentence {
  return level === undefined
    ? say`places`
    : say`${{ shown: plural(level), from: '/level', value: level }}`;
}

/** "around", or "at least around" where only a part of the trips is known: protection may have added a little to that part. */
export const about = (isPart: boolean): string => (isPart ? 'at least around' : 'around');
