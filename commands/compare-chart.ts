import { isClipped } from '#charts/compare-layout.ts';
import { drawCompare } from '#charts/compare.ts';
import type { CompareFinding } from '#src/compare-finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import { altCompare } from '#src/summary/compare/alt-compare.ts';
import {
  footerCompare,
  markWords,
  rowNotes,
  subtitleCompare,
} from '#src/summary/compare/chart-text-compare.ts';
import { titleCompare } from '#src/summary/compare/title-compare.ts';

/** The chart of a comparison with its words. */
export function compareChart(finding: CompareFinding): ChartSpec {
  const { before, after, range, change } = markWords(finding);
  return drawCompare(finding, {
    title: titleCompare(finding).text,
    subtitle: subtitleCompare(finding).text,
    source: footerCompare(finding, isClipped(finding)).map(({ text }) => text),
    alt: altCompare(finding).text,
    before: before.text,
    after: after.text,
    range: range.text,
    change: change.text,
    notes: rowNotes(finding),
  });
}
