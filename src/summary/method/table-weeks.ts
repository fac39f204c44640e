import { dateWords } from '#src/date-words.ts';
import type { MethodWeek, TrendMethod, WeekUse } from '#src/method-finding.ts';
import { cellText } from '#src/summary/cell-text.ts';
import { tripsWords } from '#src/summary/facts.ts';
import type { Table } from '#src/summary/table.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';
import { addDays } from '#src/week.ts';

function sayUse(use: WeekUse, { trend, weeksApart }: TrendMethod): string {
  switch (use) {
    case 'before':
      return weeksApart === undefined ? 'before' : 'a year before';
    case 'after':
      return trend.since === undefined ? 'last week' : 'after';
    case 'history':
      return 'earlier changes';
    case 'level':
      return `level before ${dateWords(trend.context?.event.date ?? '')}`;
    default:
      return use satisfies never;
  }
}

const reasons: Readonly<Record<NonNullable<MethodWeek['unused']>, string>> = {
  flagged: 'no trips',
  date: 'week of the date',
  beyondEvent: 'beyond another event',
  otherYear: 'not ordinary in the other year',
  notNeeded: 'not needed',
};

function useOf({ uses, unused, flag }: MethodWeek, finding: TrendMethod): string {
  if (unused === undefined) return uses.map((use) => sayUse(use, finding)).join(', ');
  return `left out: ${flag !== undefined && unused === 'flagged' ? flag.label : reasons[unused]}`;
}

/** Every week that the working rests on, with its use, and those left out between them, with the reason: all of them, so that it can be done again. */
export function tableWeeks(finding: TrendMethod): Table {
  const { weeks, trend } = finding;
  const isExact = trend.bound === 0 || trend.partly !== undefined;
  const within = isExact ? '' : `, each within ${tripsWords(trend.bound)} of the true number`;
  return {
    caption: `Weeks behind this answer: trips a week ${endsInFull(trend.ends).text}${within}`,
    columns: ['Week to', 'Trips', 'Use'],
    rows: weeks.map((week) => [
      dateWords(addDays(week.week, 6)),
      cellText(week.trips),
      useOf(week, finding),
    ]),
    key: weeks.map((_, index) => index),
  };
}
