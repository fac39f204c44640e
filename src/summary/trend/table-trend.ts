import type { Cell, FoundWeek, TrendFinding } from '#src/finding.ts';
import type { Table } from '#src/summary/table.ts';
import { dateWords } from '#src/date-words.ts';
import { addDays, dayNumber, mondayOf } from '#src/week.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A number as tables show it: "12,340", "[c]" (confidential) or "[z]" (not applicable). */
function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'published':
      return grouped.format(cell.value);
    case 'suppressed':
      return '[c]';
    case 'notApplicable':
      return '[z]';
    default:
      return cell satisfies never;
  }
}

function useOf({ week, flag }: FoundWeek, { change, since }: TrendFinding): string {
  const after = since === undefined ? 'last week' : 'after';
  if (change !== undefined && 'beforeWeeks' in change && change.beforeWeeks.includes(week))
    return 'before';
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
  const start = Math.min(centre - shortTable / 2, weeks.length - shortTable);
  return weeks.map((_, index) => index).slice(Math.max(0, start), Math.max(0, start) + shortTable);
}

const compared = new Set(['before', 'after', 'last week']);

/** Every week drawn: the Sunday it ends on, its trips, and how the comparison uses it. `key` rows are those compared, else those around the date. */
export function tableTrend(finding: TrendFinding): Table {
  const { spoken, bound } = finding;
  const uses = finding.weeks.map((week) => useOf(week, finding));
  const used = uses.flatMap((use, index) => (compared.has(use) ? [index] : []));
  const within = bound === 0 ? '' : `, each within ${grouped.format(bound)} of the true number`;
  return {
    caption: `Trips a week that end in ${spoken}${within}`,
    columns: ['Week to', 'Trips', 'Use or note'],
    rows: finding.weeks.map(({ week, trips }, index) => [
      dateWords(addDays(week, 6)),
      cellText(trips),
      uses[index] ?? '',
    ]),
    key: used.length > 2 ? used : nearRows(finding),
  };
}
