import { startsAtZero } from '#charts/trend-layout.ts';
import { drawTrend } from '#charts/trend.ts';
import type { TrendFinding } from '#src/finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import { altTrend } from '#src/summary/trend/alt-trend.ts';
import {
  footerTrend,
  subtitleTrend,
  unitTrend,
  usualLabel,
} from '#src/summary/trend/chart-text-trend.ts';
import { titleTrend } from '#src/summary/trend/title-trend.ts';

/** The chart of a trend with its words. */
export const trendChart = (finding: TrendFinding): ChartSpec =>
  drawTrend(finding, {
    title: titleTrend(finding).text,
    subtitle: subtitleTrend(finding).text,
    source: footerTrend(finding, startsAtZero(finding)).map(({ text }) => text),
    alt: altTrend(finding).text,
    usualLabel: usualLabel.text,
    trips: unitTrend.text,
  });
