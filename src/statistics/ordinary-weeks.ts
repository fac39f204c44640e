import type { WeekFlag } from '#src/finding.ts';
import type { IsoDate } from '#src/week.ts';

/** A reason why a week is not ordinary in the place asked about: one row of the release's calendar. */
export type CalendarRow = { readonly week: IsoDate; readonly kind: string; readonly label: string };

const kinds = ['fault', 'christmas', 'bankHoliday', 'schoolHoliday'] as const;

/** The flag of each week, by its Monday; where several hold, the first of fault, Christmas, bank holiday, school holiday. */
export function flagWeeks(calendar: readonly CalendarRow[]): ReadonlyMap<IsoDate, WeekFlag> {
  const flags = new Map<IsoDate, WeekFlag>();
  for (const kind of kinds) {
    for (const row of calendar) {
      if (row.kind === kind && !flags.has(row.week))
        flags.set(row.week, { kind, label: row.label });
    }
  }
  return flags;
}
