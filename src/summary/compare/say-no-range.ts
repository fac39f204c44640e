import type { CompareFinding } from '#src/compare-finding.ts';
import { measuredAt, measuredItems } from '#src/summary/compare/change-words.ts';
import { itemName } from '#src/summary/compare/item-words.ts';
import { listApart } from '#src/summary/compare/list-apart.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Rows named one by one. */
const mostNamed = 3;

/** That figures have no likely range, and which. */
export function sayNoRange(finding: CompareFinding): readonly Sentence[] {
  const measured = measuredItems(finding);
  const without = measured.filter((index) => measuredAt(finding, index)?.range === undefined);
  if (without.length === 0) return [];
  const have = say`We have too few earlier weeks to give a likely range`;
  if (without.length === measured.length)
    return [say`${have}, so we cannot say how unusual this is.`];
  return without.length > mostNamed
    ? [say`${have} for some of them.`]
    : [say`${have} for ${listApart(without.map((index) => itemName(finding, index)))}.`];
}
