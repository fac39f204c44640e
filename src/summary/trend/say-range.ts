import type { MeasuredChange } from '#src/finding.ts';
import { percentFact, rangeWords } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

const size = ({ percent }: MeasuredChange): Sentence =>
  percent.value === 0
    ? say`There was no change on average`
    : say`Trips were around ${percentFact(percent.value, '/change/percent/value')} ${percent.value > 0 ? 'higher' : 'lower'}`;

/** What cannot be known, by the direction of the change. */
const unknown = ({ percent }: MeasuredChange): Sentence =>
  percent.value === 0
    ? say`so we cannot be sure whether trips changed`
    : say`so we cannot be sure that trips ${percent.value > 0 ? 'rose' : 'fell'}`;

/** How sure we are of a comparison: its likely range, and what that leaves open. */
export function sayRange(change: MeasuredChange): Sentence {
  const { range, verdict } = change;
  if (range === undefined) {
    return verdict === 'similar'
      ? say`${size(change)}, and we have too few earlier weeks to give a likely range.`
      : say`We have too few earlier weeks to give a likely range, so we cannot say how unusual this is.`;
  }
  const likely =
    range.low === range.high ? say`within rounding of that` : rangeWords(range, '/change/range');
  if (verdict === 'rose' || verdict === 'fell') return say`The likely range is ${likely}.`;
  if (verdict === 'similar') return say`${size(change)}, and the likely range is ${likely}.`;
  return range.low > 0 || range.high < 0
    ? say`The likely range is ${likely}, but protecting people could account for much of it, ${unknown(change)}.`
    : say`The likely range is ${likely}, ${unknown(change)}.`;
}
