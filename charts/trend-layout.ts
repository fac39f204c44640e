import type { TrendFinding } from '#src/finding.ts';
import type { ChartWords } from './chart-words.ts';
import { layOutLine, type LineLayout } from './line-layout.ts';
import { spanOf, usualBand } from './trend-marks.ts';
import { chooseDomain } from './value-domain.ts';

/** The published weeks and, where there are any, the edges of the usual band. */
function drawnValues(finding: TrendFinding): readonly number[] {
  const values = finding.weeks.flatMap(({ trips }) =>
    trips.kind === 'published' ? [trips.value] : [],
  );
  const band = usualBand(finding, spanOf(finding));
  return values.length === 0 || band === undefined ? values : [...values, band.low, band.high];
}

/** The measures of the chart of a trend. */
export const layOutTrend = (finding: TrendFinding, words: ChartWords): LineLayout =>
  layOutLine(
    {
      values: drawnValues(finding),
      span: spanOf(finding),
      name: finding.name,
      isWithheld: finding.weeks.some(({ trips }) => trips.kind === 'suppressed'),
    },
    words,
  );

/** Whether the value axis of a finding starts at zero, as a reader must be told if not. */
export const startsAtZero = (finding: TrendFinding): boolean =>
  chooseDomain(drawnValues(finding)).low === 0;
