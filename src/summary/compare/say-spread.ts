import type { CompareFinding } from '#src/compare-finding.ts';
import {
  aroundPercent,
  isOpen,
  measuredAt,
  measuredItems,
  sizeWords,
} from '#src/summary/compare/change-words.ts';
import { isNoneClear } from '#src/summary/compare/count-words.ts';
import { rowsWord, whereItem } from '#src/summary/compare/item-words.ts';
import { sayNoRange } from '#src/summary/compare/say-no-range.ts';
import { numberFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

type End = { readonly index: number; readonly where: Sentence; readonly around: Sentence };

function endAt(finding: CompareFinding, index: number): End | undefined {
  const change = measuredAt(finding, index);
  if (change === undefined) return undefined;
  return { index, where: whereItem(finding, index), around: aroundPercent(change, index) };
}

const ends = (what: Sentence, most: End, least: End): Sentence =>
  say`${what} was largest ${most.where}, ${most.around}, and smallest ${least.where}, ${least.around}.`;

/** The largest and the smallest change. */
function extremes(finding: CompareFinding): readonly Sentence[] {
  const { largest = 0, smallest = 0, counts, asked } = finding;
  const [high, low] = [endAt(finding, largest), endAt(finding, smallest)];
  const [top, foot] = [measuredAt(finding, largest), measuredAt(finding, smallest)];
  if (high === undefined || low === undefined || top === undefined || foot === undefined) return [];
  if (top.percent.value === foot.percent.value)
    return [say`As rounded, all were the same: ${sizeWords(top, largest)}.`];
  if (asked === 'date' && counts.rose === counts.measured) return [ends(say`The rise`, high, low)];
  if (asked === 'date' && counts.fell === counts.measured) return [ends(say`The fall`, low, high)];
  return [
    say`${asked === 'date' ? 'Changes' : 'Differences'} ran from ${sizeWords(foot, smallest)} ${low.where} to ${sizeWords(top, largest)} ${high.where}.`,
  ];
}

/** What rows without a clear change leave open. */
function unclear(finding: CompareFinding): readonly Sentence[] {
  const isSome = measuredItems(finding)
    .flatMap((index) => measuredAt(finding, index) ?? [])
    .some(isOpen);
  if (!isSome) return [];
  if (finding.asked === 'latest')
    return [say`Where there is no clear difference, trips were within what is usual for one week.`];
  return isNoneClear(finding) && finding.counts.similar > 0
    ? [say`Where trips were not similar, we cannot be sure whether they rose or fell.`]
    : [say`Where there is no clear change, we cannot be sure whether trips rose or fell.`];
}

/** Of many rows, that some look clear by chance. */
function sayByChance({ byChance, of, asked }: CompareFinding): readonly Sentence[] {
  if (byChance === undefined) return [];
  const rows = numberFact(byChance.rows, '/byChance/rows');
  const clear = numberFact(byChance.clear, '/byChance/clear');
  const look = asked === 'date' ? 'clear' : 'unusual';
  return [say`With ${rows} ${rowsWord[of]}, about ${clear} may look ${look} by chance.`];
}

/** Where several rows have a figure: the ends of the ranking, and what is not clear. */
export const saySpread = (finding: CompareFinding): readonly Sentence[] => [
  ...extremes(finding),
  ...unclear(finding),
  ...sayByChance(finding),
  ...sayNoRange(finding),
];
