/** Row numbers by week, of the weeks before `weeks`. */
export function rowsByWeek(week: ArrayLike<number>, weeks: number): readonly (readonly number[])[] {
  const rows = Array.from({ length: weeks }, (): number[] => []);
  for (let row = 0; row < week.length; row += 1) rows[week[row] ?? 0]?.push(row);
  return rows;
}
