import type { DemoModel, PurposeFactors } from '#src/release/demo/demo-model.ts';
import type { BankHoliday, DayShock } from '#src/release/demo/demo-parameters.ts';
import type { IsoDate } from '#src/week.ts';

const ordinary: PurposeFactors = { commute: 1, other: 1 };

/** What a bank holiday leaves of a day's trips; 1 on other days. The weekly multipliers leave bank holidays out, so this changes weekly totals. */
export function bankHolidayFactors(
  holidays: readonly BankHoliday[],
  factors: DemoModel['bankHolidays'],
  lineage: readonly string[],
  date: IsoDate,
): PurposeFactors {
  const holiday = holidays.find((each) => each.date === date && lineage.includes(each.area));
  return holiday === undefined ? ordinary : factors[holiday.kind];
}

/** What storms and strikes leave of a day's trips. The weekly multipliers contain them, so this only moves trips within the week. */
export function shockFactors(
  shocks: readonly DayShock[],
  lineage: readonly string[],
  date: IsoDate,
): PurposeFactors {
  return shocks
    .filter((each) => each.from <= date && date <= each.to && lineage.includes(each.area))
    .reduce(
      (sofar, each) => ({ commute: sofar.commute * each.commute, other: sofar.other * each.other }),
      ordinary,
    );
}
