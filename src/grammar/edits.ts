/**
 * How many single edits turn one spelling into the other: a letter added, dropped or changed, or two neighbours swapped.
 * Optimal string alignment; anything beyond `limit` is `limit + 1`.
 */
export function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const [left, right] = unlikeParts(a, b);
  // One edit changes one letter or swaps two: what is unlike cannot be longer.
  if (limit === 1 && Math.max(left.length, right.length) > 2) return 2;
  return alignment(left, right, limit);
}

/** Both spellings without the start and the end that they share. */
function unlikeParts(a: string, b: string): readonly [string, string] {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shortest - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function alignment(a: string, b: string, limit: number): number {
  let above: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow(a, b, i, { above, last });
    if (Math.min(...row) > limit) return limit + 1;
    above = last;
    last = row;
  }
  return Math.min(at(last, b.length), limit + 1);
}

function nextRow(
  a: string,
  b: string,
  i: number,
  rows: { readonly above: readonly number[]; readonly last: readonly number[] },
): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const changed = at(rows.last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swapped =
      i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
        ? at(rows.above, j - 2) + 1
        : Infinity;
    row.push(Math.min(at(row, j - 1) + 1, at(rows.last, j) + 1, changed, swapped));
  }
  return row;
}

/** Beyond the edge of the table everything is infinitely far. */
function at(row: readonly number[], j: number): number {
  return row[j] ?? Infinity;
}
