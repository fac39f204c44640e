import type { UsualBand } from '#src/finding.ts';
import { roundHalfUp } from '#src/statistics/said-percent.ts';
import type { TypicalWeek } from '#src/statistics/typical-week.ts';
import { addDays } from '#src/week.ts';

/** A band whose upper edge is more than this many times its lower tells a reader nothing, and flattens the line. */
const widest = 1.6;

/** Where the weeks after would have been expected had nothing changed: the likely range, moved to no change. `rounding` in trips. */
export function usualBand(typical: TypicalWeek, rounding: number): UsualBand | undefined {
  if (typical.kind !== 'range') return undefined;
  const [from] = typical.afterWeeks;
  const last = typical.afterWeeks.at(-1);
  if (from === undefined || last === undefined) return undefined;
  const half = typical.critical * typical.scale;
  if (Math.exp(2 * half) > widest) return undefined;
  return {
    from,
    to: addDays(last, 6),
    low: roundHalfUp(typical.meanBefore * Math.exp(-half), rounding),
    high: roundHalfUp(typical.meanBefore * Math.exp(half), rounding),
  };
}
