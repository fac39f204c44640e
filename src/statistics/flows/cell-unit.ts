import type { FlowMatrix } from '#src/flows-finding.ts';

/** The unit of the numbers in the cells of a matrix. */
export type CellUnit = 'trips' | 'thousands' | 'millions';

/** Trips in one of each unit, largest first. */
export const unitSizes = { millions: 1e6, thousands: 1e3, trips: 1 } as const;

/** Cells show one decimal below ten: from here on thousands tell the smallest flow from none. */
const leastInThousands = 100;

/** The largest unit that shows the smallest flow between different places well. */
export function cellUnit({ cells }: FlowMatrix): CellUnit {
  const values = cells.flatMap((row, origin) =>
    row.flatMap((cell, destination) =>
      cell.kind === 'published' && origin !== destination && cell.value > 0 ? [cell.value] : [],
    ),
  );
  const least = Math.min(...values);
  if (values.length === 0 || least < leastInThousands) return 'trips';
  return least < unitSizes.millions ? 'thousands' : 'millions';
}
