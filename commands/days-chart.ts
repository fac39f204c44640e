import { startsAtZero } from '#charts/day-layout.ts';
import { weekends } from '#charts/day-marks.ts';
import { drawDays } from '#charts/day.ts';
import type { DayFinding } from '#src/day-finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import { altDays } from '#src/summary/day/alt-days.ts';
import { footerDays, subtitleDays, unitDays } from '#src/summary/day/chart-text-days.ts';
import { titleDays } from '#src/summary/day/title-days.ts';

/** The chart of days with its words. */
export const daysChart = (finding: DayFinding): ChartSpec =>
  drawDays(finding, {
    title: titleDays(finding).text,
    subtitle: subtitleDays(finding).text,
    source: footerDays(finding, {
      startsAtZero: startsAtZero(finding),
      weekends: weekends(finding).length > 0,
    }).map(({ text }) => text),
    alt: altDays(finding).text,
    usualLabel: '',
    trips: unitDays.text,
  });
