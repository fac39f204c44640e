import type { Bounds } from '#src/disclosure/attack/attacked-table.ts';
import { countNarrowed } from '#src/disclosure/attack/count-narrowed.ts';

const grouped = new Intl.NumberFormat('en-GB');

/** What the attack found, in one line. */
export function sayBounds(bounds: Bounds, narrow: number): readonly string[] {
  const all = [...bounds.lower.keys()];
  if (all.length === 0) return ['Nothing is hidden in this table: check --suppressed or --status.'];
  const below = (width: number): string => grouped.format(countNarrowed(bounds, all, width));
  return [
    `Hidden cells: ${grouped.format(all.length)}. Exact: ${below(1)}. Narrower than ${narrow}: ${below(narrow)}.`,
  ];
}
