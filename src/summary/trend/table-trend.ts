import type { Cell, FoundWeek, TrendFinding } from '#src/finding.ts';
import type { Table } from '#src/summary/table.ts';
import { dateWords } from '#src/date-words.ts';
import { addDays } from '#src/week.ts';

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
  return flag?.label ?? '';
}

/** Weeks shown where room is short and none are compared. */
const shortTable = 8;

/** Every week drawn: the Sunday it ends on, its trips, and how the comparison uses it. `key` rows are those compared, or the last ones. */
export function tableTrend(finding: TrendFinding): Table {
  const rows = finding.weeks.map((week) => [
    dateWords(addDays(week.week, 6)),
    cellText(week.trips),
    useOf(week, finding),
  ]);
  const compared = rows.flatMap(([, , use], index) =>
    use === 'before' || use === 'after' || use === 'last week' ? [index] : [],
  );
  const last = rows.map((_, index) => index).slice(-shortTable);
  return {
    caption: `Trips a week that end in ${finding.spoken}`,
    columns: ['Week to', 'Trips', 'Use or note'],
    rows,
    key: compared.length === 0 ? last : compared,
  };
}
