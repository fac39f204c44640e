import type { CompareFinding, SharedDate } from '#src/compare-finding.ts';
import { itemName, rowsWord, tie } from '#src/summary/compare/item-words.ts';
import { listApart } from '#src/summary/compare/list-apart.ts';
import { dateFact, nameFact, numberFact } from '#src/summary/facts.ts';
import { firstShort, isShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Rows named one by one; of more, their number. */
const mostNamed = 3;
/** Dates said one by one; of more, their number. */
const mostDates = 4;

const day = ({ date }: SharedDate, at: number) => dateFact(date, `/dates/${at}/date`);

/** Some rows of a date, by name or by their number. */
function whose(
  finding: CompareFinding,
  at: number,
  which: 'items' | 'where',
  most = mostNamed,
): Sentence {
  const indexes = finding.dates[at]?.[which] ?? [];
  return indexes.length <= most
    ? listApart(indexes.map((index) => itemName(finding, index)))
    : say`${numberFact(indexes.length, `/dates/${at}/${which}/length`)} of the ${rowsWord[finding.of]}`;
}

/** What happened on a date; where, if not in every row. */
function happened(finding: CompareFinding, shared: SharedDate, at: number): readonly Sentence[] {
  if (shared.event === undefined) return [];
  const clause = nameFact(shared.event.clause, `/dates/${at}/event/clause`);
  const date = day(shared, at);
  if (shared.where.length === finding.items.length) return [say`On ${date}, ${clause}.`];
  const told = [mostNamed, 0].map(
    (most) => say`On ${date} ${tie[finding.of]} ${whose(finding, at, 'where', most)}, ${clause}.`,
  );
  return [firstShort(told)];
}

function ownDate(finding: CompareFinding, shared: SharedDate, at: number): readonly Sentence[] {
  const has = say`For ${whose(finding, at, 'items')}, the date is ${day(shared, at)}`;
  if (shared.event === undefined) return [say`${has}.`];
  if (!shared.items.every((index) => shared.where.includes(index)))
    return [say`${has}.`, ...happened(finding, shared, at)];
  const clause = nameFact(shared.event.clause, `/dates/${at}/event/clause`);
  const whole = say`${has}, when ${clause}.`;
  return isShort(whole) ? [whole] : [say`${has}.`, ...happened(finding, shared, at)];
}

/** The dates compared around and what happened on them; that they differ, where they do. */
export function sayDates(finding: CompareFinding): readonly Sentence[] {
  const { dates } = finding;
  const [one] = dates;
  if (dates.length > mostDates)
    return [
      say`The places have ${numberFact(dates.length, '/dates/length')} different dates, which the table gives.`,
    ];
  if (one === undefined) return [];
  if (dates.length === 1) return happened(finding, one, 0);
  return dates.flatMap((shared, at) => ownDate(finding, shared, at));
}
