import type { DayFinding } from '#src/day-finding.ts';
import type { TrendFinding } from '#src/finding.ts';
import { causeCaveat, syntheticCaveat } from '#src/summary/caveats.ts';
import { hasDays } from '#src/summary/day/has-days.ts';
import { sayWeekdays } from '#src/summary/day/say-weekdays.ts';
import { percentFact } from '#src/summary/facts.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { sayTrend } from '#src/summary/trend/say-trend.ts';

/** The comparison of weeks, and its caveats apart. */
function sayWeeks(trend: TrendFinding) {
  const caveats = [
    causeCaveat(trend),
    trend.release.synthetic ? syntheticCaveat : undefined,
  ].filter((caveat) => caveat !== undefined);
  const all = sayTrend(trend);
  return { answer: all.slice(0, all.length - caveats.length), caveats };
}

/** Where the table has days, not weeks. */
function readByDay(answer: readonly Sentence[], { trend }: DayFinding): readonly Sentence[] {
  const [lead, , ask] = answer;
  if (trend.change?.kind !== 'tooSmall' || lead === undefined || ask === undefined) return answer;
  const reason = say`The numbers are too small to tell a change from the protection we add; the table has them day by day.`;
  return [lead, reason, ask];
}

function sayLeftOut({ leftOutPercent }: DayFinding): readonly Sentence[] {
  if (leftOutPercent === undefined) return [];
  const share = percentFact(leftOutPercent, '/leftOutPercent');
  return [say`Small places have no figures by day, so the days leave out up to ${share} of trips.`];
}

/** What is said of days: the comparison of weeks first, then what the days add, caveats last. */
export function sayDays(finding: DayFinding): readonly Sentence[] {
  const { answer, caveats } = sayWeeks(finding.trend);
  const within = (sentence: Sentence) => factsWithin(sentence, '/trend');
  const byDay = hasDays(finding)
    ? [
        ...readByDay(answer, finding).map(within),
        say`We compare whole weeks; the chart shows days.`,
        ...sayWeekdays(finding),
        ...sayLeftOut(finding),
      ]
    : [
        ...answer.map(within),
        ...(finding.trend.change?.kind === 'noTrips'
          ? []
          : [say`There are no figures by day there, so the table shows weeks.`]),
      ];
  return [...byDay, ...caveats.map(within)];
}
