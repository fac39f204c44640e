import type { CompareFinding } from '#src/compare-finding.ts';
import { altText } from '#src/summary/alt-text.ts';
import { measuredAt, sizeWords } from '#src/summary/compare/change-words.ts';
import { allItems } from '#src/summary/compare/item-words.ts';
import { noteWords } from '#src/summary/compare/note-words.ts';
import { titleCompare } from '#src/summary/compare/title-compare.ts';
import { rangeWords, nameFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** One row in words: its change and likely range, or why it has none. */
function rowWords(finding: CompareFinding, index: number): Sentence {
  const item = finding.items[index];
  const name = nameFact(item?.name ?? '', `/items/${index}/name`);
  const change = item?.change;
  const measured = measuredAt(finding, index);
  if (measured === undefined) {
    if (change?.kind === 'notOrdinary' && change.flag !== undefined)
      return say`${name}: ${nameFact(change.flag.label, `/items/${index}/change/flag/label`)}.`;
    return say`${name}: ${item === undefined ? '' : (noteWords(item) ?? '')}.`;
  }
  const size = say`${name}: ${sizeWords(measured, index)}`;
  return measured.range === undefined
    ? say`${size}.`
    : say`${size}, likely range ${rangeWords(measured.range, `/items/${index}/change/range`)}.`;
}

/** The chart in words for those who do not see it: what it shows, each row while there is room, where the table is. At most 2,000 characters. */
export function altCompare(finding: CompareFinding): Sentence {
  return altText([
    say`Chart of the change in trips with a row for each of ${allItems(finding)}.`,
    say`${titleCompare(finding)}.`,
    ...finding.items.map((_, index) => rowWords(finding, index)),
  ]);
}
