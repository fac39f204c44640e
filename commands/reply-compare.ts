import type { Reply } from '#commands/command.ts';
import { compareChart } from '#commands/compare-chart.ts';
import type { Provenance } from '#src/ports.ts';
import type { CompareInput } from '#src/statistics/compare/compare-input.ts';
import { findCompare } from '#src/statistics/compare/find-compare.ts';
import { altCompare } from '#src/summary/compare/alt-compare.ts';
import { sayCompare } from '#src/summary/compare/say-compare.ts';
import { tableCompare } from '#src/summary/compare/table-compare.ts';

/** The answer to a comparison: sentences, table and chart from one finding. Without a single figure there is no chart. */
export function replyCompare(input: CompareInput, provenance: readonly Provenance[]): Reply {
  const finding = findCompare(input);
  return {
    finding,
    sentences: sayCompare(finding),
    table: tableCompare(finding),
    chart:
      finding.counts.measured === 0
        ? undefined
        : { spec: compareChart(finding), alt: altCompare(finding) },
    provenance,
  };
}
