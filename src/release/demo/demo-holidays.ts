import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { addDays, type IsoDate, mondayOf } from '#src/week.ts';

/** Days that make a week not ordinary in one place. */
export type HolidayRow = {
  readonly area: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kind: 'bankHoliday' | 'schoolHoliday' | 'christmas';
  readonly label: string;
};

/** Bank holidays, school holidays and the weeks around Christmas, for every place that has bank holidays of its own. */
export function demoHolidays({
  bankHolidays,
  schoolHolidays,
}: DemoParameters): readonly HolidayRow[] {
  const nations = [...new Set(bankHolidays.map(({ area }) => area))];
  const years = [...new Set(bankHolidays.map(({ date }) => Number(date.slice(0, 4))))];
  return [
    ...bankHolidays.map(({ area, date, label }) => ({
      area,
      from: date,
      to: date,
      kind: 'bankHoliday' as const,
      label,
    })),
    ...schoolHolidays.map(({ area, from, to, label }) => ({
      area,
      from,
      to,
      kind: 'schoolHoliday' as const,
      label,
    })),
    ...nations.flatMap((area) => years.map((year) => ({ area, ...christmasOf(year) }))),
  ];
}

/** The weeks around the Christmas of `year`: 18 December to the Sunday of the first Monday-to-Sunday week that lies wholly in January. */
export function christmasOf(year: number): Omit<HolidayRow, 'area'> {
  const newYear = `${year + 1}-01-01`;
  const monday = mondayOf(newYear) === newYear ? newYear : addDays(mondayOf(newYear), 7);
  return {
    from: `${year}-12-18`,
    to: addDays(monday, 6),
    kind: 'christmas',
    label: 'Christmas and New Year',
  };
}
