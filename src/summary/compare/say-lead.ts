import type { CompareFinding } from '#src/compare-finding.ts';
import {
  aroundPercent,
  changeWords,
  isOpen,
  measuredAt,
  measuredItems,
  notClear,
  openWords,
} from '#src/summary/compare/change-words.ts';
import { countParts } from '#src/summary/compare/count-words.ts';
import { compareSubject, rowsWord, tie, whereItem } from '#src/summary/compare/item-words.ts';
import { listApart } from '#src/summary/compare/list-apart.ts';
import { dateFact, weekToFact } from '#src/summary/facts.ts';
import { isShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** What one row did: that its change is not clear comes before its size. */
function namedPart(finding: CompareFinding, index: number): Sentence {
  const change = measuredAt(finding, index);
  const where = whereItem(finding, index);
  if (change === undefined) return where;
  return isOpen(change)
    ? say`${notClear[finding.asked]} ${where} (${openWords(change, index)})`
    : say`${changeWords(finding, change, index)} ${where}`;
}

/** Two rows that did the same, without the verb said twice; undefined where they did not. */
function sameVerb(finding: CompareFinding, [one, other]: readonly number[]): Sentence | undefined {
  const [a, b] = [measuredAt(finding, one), measuredAt(finding, other)];
  if (one === undefined || other === undefined || a === undefined || b === undefined)
    return undefined;
  if (a.verdict !== b.verdict || isOpen(a) !== isOpen(b)) return undefined;
  const first = namedPart(finding, one);
  const there = whereItem(finding, other);
  if (isOpen(b)) return say`${first} or ${there} (${openWords(b, other)})`;
  if (a.verdict === 'unsure') return undefined;
  if (a.verdict === 'similar') return say`${first} and ${there}`;
  return say`${first} and ${finding.asked === 'date' ? 'by ' : ''}${aroundPercent(b, other)} ${there}`;
}

/** When, around the answer: one date, the last week, or each row's own date. */
function whenWords(finding: CompareFinding, did: Sentence): Sentence {
  const { asked, dates, lastWeek } = finding;
  const [date] = dates;
  if (asked === 'latest')
    return say`In the week to ${weekToFact(lastWeek, '/lastWeek')}, ${compareSubject(finding, 'trips')} ${did}.`;
  if (dates.length === 1 && date !== undefined)
    return say`After ${dateFact(date.date, '/dates/0/date')}, ${compareSubject(finding, 'trips')} ${did}.`;
  return say`${compareSubject(finding)} ${did}, each after its own date.`;
}

/** The answer in one sentence where it fits, else its first part in one and the others in the next. */
function leadOf(finding: CompareFinding, parts: readonly Sentence[]): readonly Sentence[] {
  const whole = whenWords(finding, listApart(parts));
  const [first, ...others] = parts;
  if (isShort(whole) || first === undefined || others.length === 0) return [whole];
  return [whenWords(finding, first), say`They ${listApart(others)}.`];
}

/** No row has a figure. */
function nothingWords(finding: CompareFinding): Sentence {
  const { asked, lastWeek, of } = finding;
  const any = say`${tie[of]} any of these ${rowsWord[of]}`;
  const subject = compareSubject(finding, 'trips');
  return asked === 'date'
    ? say`We cannot say how ${subject} changed ${any}.`
    : say`We cannot compare ${subject} in the week to ${weekToFact(lastWeek, '/lastWeek')} with usual ${any}.`;
}

/** The first sentence: the answer; a second where names are long. */
export function sayLead(finding: CompareFinding): readonly Sentence[] {
  const measured = measuredItems(finding);
  if (measured.length === 0) return [nothingWords(finding)];
  const few = measured.length <= 2;
  if (!few) return leadOf(finding, countParts(finding));
  const same = sameVerb(finding, measured);
  const short = same === undefined ? undefined : whenWords(finding, same);
  return short !== undefined && isShort(short)
    ? [short]
    : leadOf(
        finding,
        measured.map((index) => namedPart(finding, index)),
      );
}
