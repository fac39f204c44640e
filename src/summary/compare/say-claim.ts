import type { CompareFinding } from '#src/compare-finding.ts';
import type { MeasuredChange } from '#src/finding.ts';
import { measuredAt, measuredItems } from '#src/summary/compare/change-words.ts';
import { itemName, tie, whereItem } from '#src/summary/compare/item-words.ts';
import { listApart } from '#src/summary/compare/list-apart.ts';
import { numberFact } from '#src/summary/facts.ts';
import { isShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Rows named one by one; of more, their number. */
const mostNamed = 3;

type Pair = { readonly index: number; readonly change: MeasuredChange };

const meet = (a: MeasuredChange, b: MeasuredChange): boolean =>
  a.range !== undefined &&
  b.range !== undefined &&
  a.range.low <= b.range.high &&
  b.range.low <= a.range.high;

/** What both did, where they did the same. */
const sharedVerb = ({ asked }: CompareFinding, a: MeasuredChange, b: MeasuredChange) =>
  asked === 'date' && a.verdict === b.verdict && (a.verdict === 'rose' || a.verdict === 'fell')
    ? a.verdict
    : undefined;

/** Of two rows, `high` the higher. */
function sayPair(finding: CompareFinding, high: Pair, low: Pair): readonly Sentence[] {
  if (high.change.range === undefined || low.change.range === undefined) return [];
  const { of, items, counts } = finding;
  if (counts.similar === counts.measured) return [];
  const verb = sharedVerb(finding, high.change, low.change);
  if (items[high.index]?.above.includes(low.index) === true) {
    const more = verb === 'fell' ? low : high;
    return verb === undefined
      ? [say`The likely ranges do not overlap, so the two changes differ.`]
      : [
          say`The likely ranges do not overlap, so trips ${verb} by more ${whereItem(finding, more.index)}.`,
        ];
  }
  const why = meet(high.change, low.change)
    ? say`The likely ranges overlap, so we cannot say`
    : say`The likely ranges are too close for us to say`;
  return verb === undefined
    ? [say`${why} that the two changes differ.`]
    : [say`${why} that trips ${verb} more ${tie[of]} one than ${tie[of]} the other.`];
}

/** Of several rows, whether the one with the largest clear change differs from the others. */
function sayLeader(
  finding: CompareFinding,
  { item, apart }: NonNullable<CompareFinding['leader']>,
): readonly Sentence[] {
  const change = measuredAt(finding, item);
  if (change?.range === undefined) return [];
  const start = say`The likely range for ${itemName(finding, item)}`;
  const what =
    finding.asked === 'latest' ? 'difference' : change.verdict === 'rose' ? 'rise' : 'fall';
  const side = change.verdict === 'rose' ? 'above' : 'below';
  if (apart.length === finding.counts.measured - 1)
    return [say`${start} lies ${side} all the others, so that ${what} is the largest.`];
  if (apart.length === 0)
    return [
      say`${start} is not clear of any other, so we cannot say that its ${what} is the largest.`,
    ];
  const but = say`but not all, so its ${what} may not be the largest.`;
  const named = listApart(apart.map((index) => itemName(finding, index)));
  const whole = say`${start} lies ${side} ${apart.length === 1 ? 'that' : 'those'} for ${named}, ${but}`;
  return apart.length <= mostNamed && isShort(whole)
    ? [whole]
    : [
        say`${start} lies ${side} ${numberFact(apart.length, '/leader/apart/length')} of the others, ${but}`,
      ];
}

/** Which changes differ: said only where likely ranges do not meet. */
export function sayClaim(finding: CompareFinding): readonly Sentence[] {
  const { largest, smallest, leader, counts } = finding;
  const [high, low] = [measuredAt(finding, largest), measuredAt(finding, smallest)];
  if (largest === undefined || smallest === undefined || high === undefined || low === undefined)
    return [];
  if (counts.measured === 2)
    return sayPair(finding, { index: largest, change: high }, { index: smallest, change: low });
  if (leader !== undefined) return sayLeader(finding, leader);
  const ranged =
    counts.similar < counts.measured &&
    measuredItems(finding).some((index) => measuredAt(finding, index)?.range !== undefined);
  const what = finding.asked === 'date' ? 'change' : 'difference';
  return ranged ? [say`Where likely ranges overlap, we cannot say which ${what} was larger.`] : [];
}
