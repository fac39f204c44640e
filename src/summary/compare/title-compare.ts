import type { CompareFinding } from '#src/compare-finding.ts';
import type { MeasuredChange } from '#src/finding.ts';
import {
  aroundPercent,
  changeWords,
  isOpen,
  measuredAt,
  measuredItems,
} from '#src/summary/compare/change-words.ts';
import {
  isNoneClear,
  whereCounted,
  whereNoneClear,
  type Verdict,
} from '#src/summary/compare/count-words.ts';
import { allItems, compareSubject, tie, whereItem } from '#src/summary/compare/item-words.ts';
import { dateFact, numberFact, weekToFact } from '#src/summary/facts.ts';
import { isShort, longestTitle } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** A row that is not clear has no verb in a title. */
const noClear = (finding: CompareFinding, where: Sentence): Sentence =>
  say`No clear change in ${compareSubject(finding, 'trips')} ${where}`;

/** One row, named. */
function oneNamed(finding: CompareFinding, one: number, a: MeasuredChange): Sentence {
  const here = whereItem(finding, one);
  return isOpen(a)
    ? noClear(finding, here)
    : say`${compareSubject(finding)} ${changeWords(finding, a, one)} ${here}`;
}

/** Two rows, named. */
function twoNamed(finding: CompareFinding, [one, a]: Named, [other, b]: Named): Sentence {
  const there = whereItem(finding, other);
  if (isOpen(a) && isOpen(b)) return say`${oneNamed(finding, one, a)} or ${there}`;
  if (isOpen(a))
    return say`${oneNamed(finding, other, b)}, no clear change ${whereItem(finding, one)}`;
  const first = oneNamed(finding, one, a);
  if (isOpen(b)) return say`${first}, no clear change ${there}`;
  if (a.verdict !== b.verdict || a.verdict === 'unsure')
    return say`${first} and ${changeWords(finding, b, other)} ${there}`;
  return a.verdict === 'similar'
    ? say`${first} and ${there}`
    : say`${first} and ${aroundPercent(b, other)} ${there}`;
}

type Named = readonly [index: number, change: MeasuredChange];

/** The rows with a figure by name, where they are one or two. */
function named(finding: CompareFinding): Sentence | undefined {
  const [one, other, ...others] = measuredItems(finding);
  const [a, b] = [measuredAt(finding, one), measuredAt(finding, other)];
  if (others.length > 0 || one === undefined || a === undefined) return undefined;
  return other === undefined || b === undefined
    ? oneNamed(finding, one, a)
    : twoNamed(finding, [one, a], [other, b]);
}

const verbs = {
  date: ['rose', 'fell', 'were similar'],
  latest: ['were higher than usual', 'were lower than usual', 'were similar to usual'],
} as const;

/** In how many rows trips rose or fell; that none clearly did. */
function counted(finding: CompareFinding): Sentence {
  const { counts, asked, of } = finding;
  if (counts.measured === 0)
    return say`No figure for ${compareSubject(finding, 'trips')} ${tie[of]} ${allItems(finding)}`;
  const [up, down, same] = verbs[asked];
  const subject = compareSubject(finding);
  const rows = (verdict: Verdict) => whereCounted(finding, verdict);
  if (counts.rose > 0 && counts.fell > 0) {
    const [higher, lower] = asked === 'date' ? ['rose', 'fell'] : ['were higher', 'lower'];
    return say`${subject} ${higher} ${rows('rose')} and ${lower} ${tie[of]} ${numberFact(counts.fell, '/counts/fell')}`;
  }
  if (counts.rose > 0) return say`${subject} ${up} ${rows('rose')}`;
  if (counts.fell > 0) return say`${subject} ${down} ${rows('fell')}`;
  return isNoneClear(finding)
    ? noClear(finding, whereNoneClear(finding))
    : say`${subject} ${same} ${rows('similar')}`;
}

/** "after 19 January 2022", or "in the week to 16 October 2022". */
function when({ asked, dates, lastWeek }: CompareFinding): Sentence {
  const [date] = dates;
  if (asked === 'latest') return say` in the week to ${weekToFact(lastWeek, '/lastWeek')}`;
  if (dates.length > 1) return say`, each after its own date`;
  return date === undefined ? say`` : say` after ${dateFact(date.date, '/dates/0/date')}`;
}

/** The chart's title: the finding, in sentence case, at most 15 words where names allow. */
export function titleCompare(finding: CompareFinding): Sentence {
  const pair = named(finding);
  const starts = [...(pair === undefined ? [] : [pair]), counted(finding)];
  const titles = starts.flatMap((start) => [say`${start}${when(finding)}`, start]);
  return titles.find((title) => isShort(title, longestTitle)) ?? counted(finding);
}
