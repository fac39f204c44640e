import type { CompareFinding } from '#src/compare-finding.ts';
import type { MeasuredChange } from '#src/finding.ts';
import { percentFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** The change of a row, where it has a figure. */
export const measuredAt = (
  { items }: CompareFinding,
  index: number | undefined,
): MeasuredChange | undefined => {
  const change = index === undefined ? undefined : items[index]?.change;
  return change?.kind === 'measured' ? change : undefined;
};

/** The rows with a figure, by their index. */
export const measuredItems = (finding: CompareFinding): readonly number[] =>
  finding.items.flatMap(({ change }, index) => (change.kind === 'measured' ? [index] : []));

/** Whether a row has a likely range that does not tell a rise from a fall. */
export const isOpen = ({ verdict, range }: MeasuredChange): boolean =>
  verdict === 'unsure' && range !== undefined;

/** "around 7%". */
export const aroundPercent = (change: MeasuredChange, index: number): Sentence =>
  say`around ${percentFact(change.percent.value, `/items/${index}/change/percent/value`)}`;

/** "around 7% higher", or "no change". */
export const sizeWords = (change: MeasuredChange, index: number): Sentence =>
  change.percent.value === 0
    ? say`no change`
    : say`${aroundPercent(change, index)} ${change.percent.value > 0 ? 'higher' : 'lower'}`;

/** The size of a change that is not clear, beside that. */
export const openWords = (change: MeasuredChange, index: number): Sentence =>
  change.percent.value === 0 ? say`the same on average` : sizeWords(change, index);

/** What trips did not do in a row, by what is asked. */
export const notClear = {
  date: 'showed no clear change',
  latest: 'showed no clear difference from usual',
} as const satisfies Record<CompareFinding['asked'], string>;

const sinceDate = (change: MeasuredChange, index: number): Sentence => {
  switch (change.verdict) {
    case 'rose':
      return say`rose by ${aroundPercent(change, index)}`;
    case 'fell':
      return say`fell by ${aroundPercent(change, index)}`;
    case 'similar':
      return say`were similar`;
    case 'unsure':
      return change.percent.value === 0
        ? say`were at the same level on average`
        : say`were ${sizeWords(change, index)}`;
    default:
      return change.verdict satisfies never;
  }
};

const lastWeek = (change: MeasuredChange, index: number): Sentence => {
  if (change.verdict === 'similar' || change.percent.value === 0) return say`were similar to usual`;
  return say`were ${sizeWords(change, index)} than usual`;
};

/** What trips did in one row, its place to be added: "rose by around 7%"; in the last week "were around 7% higher than usual". */
export const changeWords = (
  { asked }: CompareFinding,
  change: MeasuredChange,
  index: number,
): Sentence => (asked === 'date' ? sinceDate : lastWeek)(change, index);
