import type { CompareFinding, CompareItem } from '#src/compare-finding.ts';
import { dateWords } from '#src/date-words.ts';
import type { MeasuredChange } from '#src/finding.ts';
import { datesDiffer } from '#src/statistics/compare/dates-differ.ts';
import { cellText } from '#src/summary/cell-text.ts';
import { compareSubject } from '#src/summary/compare/item-words.ts';
import { missingMark, noteWords } from '#src/summary/compare/note-words.ts';
import { numberWords, rangeWords } from '#src/summary/facts.ts';
import { rowsAround } from '#src/summary/rows-around.ts';
import type { Table } from '#src/summary/table.ts';
import { addDays } from '#src/week.ts';

/** "7% rise", "3% fall", "no change". */
const changeText = ({ percent: { value } }: MeasuredChange): string =>
  value === 0 ? 'no change' : `${Math.abs(value)}% ${value > 0 ? 'rise' : 'fall'}`;

/** A range without its articles: "1% fall to 11% rise". */
const rangeText = ({ range }: MeasuredChange): string =>
  range === undefined ? '[x]' : rangeWords(range, '').text.replaceAll(/\ban? (?=\d)/gu, '');

const verdicts = {
  rose: 'rose',
  fell: 'fell',
  similar: 'similar',
  unsure: 'no clear change',
} as const;

function figures(item: CompareItem, asked: CompareFinding['asked']): string[] {
  const { change, latest } = item;
  if (change.kind === 'measured') {
    const { meanBefore, meanAfter, verdict } = change;
    return [
      numberWords(meanBefore),
      numberWords(meanAfter),
      changeText(change),
      rangeText(change),
      verdicts[verdict],
    ];
  }
  const mark = missingMark(item);
  const after = asked === 'latest' && latest.kind !== 'notApplicable' ? cellText(latest) : mark;
  return [mark, after, mark, mark, noteWords(item) ?? ''];
}

const heads = { place: 'Place', mode: 'Type of transport', weekday: 'Day' } as const;
/** Rows shown where room is short. */
const shortTable = 12;

/** Every row with its levels, change, likely range and verdict; dates where they differ. */
export function tableCompare(finding: CompareFinding): Table {
  const { items, of, asked, lastWeek } = finding;
  const dated = datesDiffer(items);
  const unit = of === 'weekday' ? 'a day' : 'a week';
  const sides =
    asked === 'date'
      ? ['Before', 'After']
      : ['Usual', `Week to ${dateWords(addDays(lastWeek, 6))}`];
  return {
    caption: `${compareSubject(finding).text} ${unit}, side by side`,
    columns: [heads[of], ...(dated ? ['Date'] : []), ...sides, 'Change', 'Likely range', 'Note'],
    rows: items.map((item) => [
      item.name,
      ...(dated ? [item.since === undefined ? '[z]' : dateWords(item.since.date)] : []),
      ...figures(item, asked),
    ]),
    key: rowsAround(0, items.length, shortTable),
  };
}
