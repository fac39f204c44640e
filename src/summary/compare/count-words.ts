import type { CompareFinding } from '#src/compare-finding.ts';
import type { MeasuredChange } from '#src/finding.ts';
import { notClear } from '#src/summary/compare/change-words.ts';
import { allItems, rowsWord, rowWord, tie } from '#src/summary/compare/item-words.ts';
import { numberFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** What trips did in a row. */
export type Verdict = MeasuredChange['verdict'];

const verbs = {
  date: { rose: 'rose', fell: 'fell', similar: 'were similar', unsure: notClear.date },
  latest: {
    rose: 'were higher than usual',
    fell: 'were lower than usual',
    similar: 'were similar to usual',
    unsure: notClear.latest,
  },
} as const satisfies Record<CompareFinding['asked'], Record<Verdict, string>>;

const verdicts: readonly Verdict[] = ['rose', 'fell', 'similar', 'unsure'];

const someOf = (finding: CompareFinding, count: Verdict | 'measured'): Sentence =>
  say`${numberFact(finding.counts[count], `/counts/${count}`)} of ${allItems(finding)}`;

/** Every row with a figure: "all 12 places", "all 9 places with a figure"; where nothing happened, "any of 12 places". */
function everyRow(finding: CompareFinding, happened: boolean): Sentence {
  const { of, items, counts } = finding;
  if (counts.measured < items.length) {
    if (counts.measured <= 2) return someOf(finding, 'measured');
    const rows = say`${numberFact(counts.measured, '/counts/measured')} ${rowsWord[of]} with a figure`;
    return happened ? say`all ${rows}` : say`any of the ${rows}`;
  }
  if (items.length === 2) return happened ? say`both ${rowsWord[of]}` : say`either ${rowWord[of]}`;
  return say`${happened ? 'all' : 'any of'} ${allItems(finding)}`;
}

/** In how many rows trips did something: "in 9 of 12 places". */
export function whereCounted(finding: CompareFinding, verdict: Verdict): Sentence {
  const { counts, of } = finding;
  return counts[verdict] === counts.measured
    ? say`${tie[of]} ${everyRow(finding, verdict !== 'unsure')}`
    : say`${tie[of]} ${someOf(finding, verdict)}`;
}

/** Whether no row has a clear change, and not all are similar. */
export const isNoneClear = ({ counts }: CompareFinding): boolean =>
  counts.rose + counts.fell === 0 && counts.unsure > 0;

/** Of no row with a clear change: "in any of 12 places". */
export const whereNoneClear = (finding: CompareFinding): Sentence =>
  say`${tie[finding.of]} ${everyRow(finding, false)}`;

/** That no change is clear, and how many are similar. */
function noneParts(finding: CompareFinding): readonly Sentence[] {
  const { counts, asked, of } = finding;
  const none = say`${notClear[asked]} ${whereNoneClear(finding)}`;
  if (counts.similar === 0) return [none];
  const similar = numberFact(counts.similar, '/counts/similar');
  return [none, say`${verbs[asked].similar} ${tie[of]} ${similar}`];
}

/** What trips did in how many rows, one part for each: "rose in 9 of 12 places", "fell in 1", "showed no clear change in 2". */
export function countParts(finding: CompareFinding): readonly Sentence[] {
  const { counts, asked, of } = finding;
  if (isNoneClear(finding)) return noneParts(finding);
  return verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict, place) =>
      place === 0
        ? say`${verbs[asked][verdict]} ${whereCounted(finding, verdict)}`
        : say`${verbs[asked][verdict]} ${tie[of]} ${numberFact(counts[verdict], `/counts/${verdict}`)}`,
    );
}
