import type { ComparedBy, CompareFinding } from '#src/compare-finding.ts';
import { nameFact, numberFact } from '#src/summary/facts.ts';
import { byMode } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

/** The word that ties trips to a row: trips in London, for bus, on Mondays. */
export const tie = { place: 'in', mode: 'for', weekday: 'on' } as const satisfies Record<
  ComparedBy,
  string
>;

/** Several rows. */
export const rowsWord = {
  place: 'places',
  mode: 'types of transport',
  weekday: 'days',
} as const satisfies Record<ComparedBy, string>;

/** One row. */
export const rowWord = {
  place: 'place',
  mode: 'type of transport',
  weekday: 'day',
} as const satisfies Record<ComparedBy, string>;

/** A row as sentences name it: "the North West", "rail and Tube", "Mondays". */
export const itemName = ({ items }: CompareFinding, index: number): Sentence =>
  say`${nameFact(items[index]?.spoken ?? '', `/items/${index}/spoken`)}`;

/** "in the North West", "for rail and Tube", "on Mondays". */
export const whereItem = (finding: CompareFinding, index: number): Sentence =>
  say`${tie[finding.of]} ${itemName(finding, index)}`;

/** "12 places". */
export const allItems = ({ items, of }: CompareFinding): Sentence =>
  say`${numberFact(items.length, '/items/length')} ${rowsWord[of]}`;

/** "Trips", "trips by rail", "Trips in London": what all rows are part of. */
export function compareSubject(
  { of, ends, mode }: CompareFinding,
  first: 'Trips' | 'trips' = 'Trips',
): Sentence {
  return of === 'place'
    ? say`${first}${byMode(mode)}`
    : trendSubject({ ends, mode: undefined }, first);
}
