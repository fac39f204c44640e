/** The rows around the `centre`th of `count`, by their index, where a table has room for `most` of them. */
export function rowsAround(centre: number, count: number, most: number): readonly number[] {
  const start = Math.max(0, Math.min(centre - most / 2, count - most));
  return Array.from({ length: Math.min(most, count - start) }, (_, index) => start + index);
}
