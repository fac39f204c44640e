import { weekdayNames } from '#src/statistics/compare/weekday-names.ts';
import { addDays, type IsoDate } from '#src/week.ts';

/** The dates of one day of the week in each of some weeks. */
export const onDay = (mondays: readonly IsoDate[], day: string): readonly IsoDate[] =>
  mondays.map((monday) =>
    addDays(
      monday,
      weekdayNames.findIndex((name) => name === day),
    ),
  );
