import type { FoundWeek, TrendFinding } from '#src/finding.ts';
import { cellText } from '#src/summary/cell-text.ts';
import { numberWords } from '#src/summary/facts.ts';
import { rowsAround } from '#src/summary/rows-around.ts';
import type { Table } from '#src/summary/table.ts';
import { dateWords } from '#src/date-words.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';
import { addDays, dayNumber, mondayOf } from '#src/week.ts';

function useOf({ week, flag }: FoundWeek, { change, since, against }: TrendFinding): string {
  const after = since === undefined ? 'last week' : 'after';
  if (change !== undefined && 'beforeWeeks' in change && change.beforeWeeks.includes(week))
    return against === 'lastYear' ? 'a year before' : 'before';
  if (change !== undefined && 'afterWeeks' in change && change.afterWeeks.includes(week))
    return after;
  if (flag !== undefined) return flag.label;
  return since !== undefined && week === mondayOf(since.date) ? 'week of the date' : '';
}

/** Weeks shown where room is short and none are compared. */
const shortTable = 8;

/** The weeks around the date asked about, or the last ones. */
function nearRows({ weeks, since }: TrendFinding): readonly number[] {
  const centre =
    since === undefined
      ? weeks.length
      : weeks.findIndex(({ week }) => dayNumber(week) + 6 >= dayNumber(since.date));
  return rowsAround(centre, weeks.length, shortTable);
}

const compared = new Set(['before', 'a year before', 'after', 'last week']);

/** Every week drawn: the Sunday it ends on, its trips, and how the comparison uses it. `key` rows are those compared, else those around the date. */
export function tableTrend(finding: TrendFinding): Table {
  const { ends, bound, partly } = finding;
  const uses = finding.weeks.map((week) => useOf(week, finding));
  const used = uses.flatMap((use, index) => (compared.has(use) ? [index] : []));
  const within =
    bound === 0 || partly !== undefined
      ? ''
      : `, each within ${numberWords(bound)} of the true number`;
  return {
    caption: `Trips a week ${endsInFull(ends).text}${within}`,
    columns: ['Week to', 'Trips', 'Use or note'],
    rows: finding.weeks.map(({ week, trips }, index) => [
      dateWords(addDays(week, 6)),
      cellText(trips),
      uses[index] ?? '',
    ]),
    key: used.length > 2 || finding.against === 'lastYear' ? used : nearRows(finding),
  };
}
