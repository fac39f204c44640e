import type { DayFinding } from '#src/day-finding.ts';
import type { ChartWords } from './chart-words.ts';
import { spanOfDays } from './day-marks.ts';
import { layOutLine, type LineLayout } from './line-layout.ts';
import { chooseDomain } from './value-domain.ts';

const drawnValues = ({ days }: DayFinding): readonly number[] =>
  days.flatMap(({ trips }) => (trips.kind === 'published' ? [trips.value] : []));

/** The measures of the chart of days; some day is published. */
export const layOutDays = (finding: DayFinding, words: ChartWords): LineLayout =>
  layOutLine(
    {
      values: drawnValues(finding),
      span: spanOfDays(finding),
      name: finding.trend.name,
      isWithheld: finding.days.some(({ trips }) => trips.kind === 'suppressed'),
    },
    words,
  );

/** Whether the value axis of a chart of days starts at zero, as a reader must be told if not. */
export const startsAtZero = (finding: DayFinding): boolean =>
  chooseDomain(drawnValues(finding)).low === 0;
