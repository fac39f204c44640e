import type { Bounds } from '#src/disclosure/attack/attacked-table.ts';
import type { Attacked } from './attacked-draw.ts';
import { csvLine } from './csv.ts';
import type { PublishedText } from './read-published.ts';

/** One row per hidden cell as CSV: its keys, the least and most it can be and how far they lie apart; empty where there is no most. */
export function boundsRows(
  names: readonly string[],
  { keys }: PublishedText,
  { rows }: Attacked,
  { lower, upper }: Bounds,
): string {
  const lines = rows.map((row, unknown) => {
    const least = lower[unknown] ?? 0;
    const most = upper[unknown] ?? Infinity;
    return csvLine([
      ...keys.map((column) => column[row] ?? ''),
      String(least),
      ...[most, most - least].map((number) => (number === Infinity ? '' : String(number))),
    ]);
  });
  return [csvLine([...names, 'lower', 'upper', 'width']), ...lines].join('');
}
