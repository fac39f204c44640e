/** An ISO date, `2022-01-19`. Weeks are named by their Monday. */
export type IsoDate = string;

const dayMs = 86_400_000;

/** Days since 1970-01-01. `date` must be a real ISO date. */
export function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** The ISO date of a day number. */
export function dateOf(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The Sunday on or before a day. */
export function lastSunday(date: IsoDate): IsoDate {
  return addDays(mondayOf(addDays(date, 1)), -1);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(dayNumber(date) + days);
}

/** The Monday of the week that `date` falls in. */
export function mondayOf(date: IsoDate): IsoDate {
  const day = dayNumber(date);
  // 1970-01-01 was a Thursday.
  return dateOf(day - ((day + 3) % 7));
}
