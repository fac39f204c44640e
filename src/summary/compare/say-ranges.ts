import type { CompareFinding } from '#src/compare-finding.ts';
import type { MeasuredChange } from '#src/finding.ts';
import { isOpen, measuredAt, measuredItems } from '#src/summary/compare/change-words.ts';
import { whereItem } from '#src/summary/compare/item-words.ts';
import { listApart } from '#src/summary/compare/list-apart.ts';
import { sayNoRange } from '#src/summary/compare/say-no-range.ts';
import { rangeWords } from '#src/summary/facts.ts';
import { isShort } from '#src/summary/is-short.ts';
import { listWords } from '#src/summary/list-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

const hasRange = (finding: CompareFinding, index: number): boolean =>
  measuredAt(finding, index)?.range !== undefined;

function rangeOf(finding: CompareFinding, index: number): Sentence {
  const range = measuredAt(finding, index)?.range ?? { low: 0, high: 0 };
  return say`${rangeWords(range, `/items/${index}/change/range`)} ${whereItem(finding, index)}`;
}

function likelyRanges(finding: CompareFinding, ranged: readonly number[]): readonly Sentence[] {
  if (ranged.length === 0) return [];
  const all = ranged.map((index) => rangeOf(finding, index));
  const together = say`The likely range is ${listApart(all)}.`;
  return isShort(together) ? [together] : all.map((one) => say`The likely range is ${one}.`);
}

type Doubt = { readonly start: string; readonly verb: string };

/** What remains open where a change is not clear, up to the row it is about. */
function doubtOf({ asked }: CompareFinding, change: MeasuredChange | undefined): Doubt | undefined {
  if (change === undefined || !isOpen(change)) return undefined;
  const { low = 0, high = 0 } = change.range ?? {};
  const { value } = change.percent;
  if (low > 0 || high < 0)
    return {
      start: 'Protecting people could account for much of it, so we cannot be sure of',
      verb: 'the change',
    };
  if (asked === 'latest')
    return value === 0
      ? undefined
      : { start: 'A difference like this is not unusual for one week', verb: '' };
  const verb = value === 0 ? 'changed' : value > 0 ? 'rose' : 'fell';
  return { start: 'So we cannot be sure that trips', verb };
}

type Doubted = { readonly doubt: Doubt; readonly index: number };

/** Rows of which one doubt holds, in one sentence: "rose in Kent or fell in Wales". */
function sayDoubt(finding: CompareFinding, start: string, rows: readonly Doubted[]): Sentence {
  const byVerb = [...Map.groupBy(rows, ({ doubt }) => doubt.verb)].map(([verb, same]) => {
    const where = listWords(
      same.map(({ index }) => whereItem(finding, index)),
      ' or ',
    );
    return verb === '' ? where : say`${verb} ${where}`;
  });
  return say`${start} ${listWords(byVerb, ' or ')}.`;
}

/** What remains open, in one sentence for each kind of doubt. */
function doubts(finding: CompareFinding, ranged: readonly number[]): readonly Sentence[] {
  const doubted = ranged.flatMap((index) => {
    const doubt = doubtOf(finding, measuredAt(finding, index));
    return doubt === undefined ? [] : [{ doubt, index }];
  });
  const groups = Map.groupBy(doubted, ({ doubt }) => doubt.start);
  return [...groups].map(([start, rows]) => sayDoubt(finding, start, rows));
}

/** How sure we are where one or two rows have a figure: their likely ranges, and what these leave open. */
export function sayRanges(finding: CompareFinding): readonly Sentence[] {
  const measured = measuredItems(finding);
  const ranged = measured.filter((index) => hasRange(finding, index));
  return [...likelyRanges(finding, ranged), ...doubts(finding, ranged), ...sayNoRange(finding)];
}
