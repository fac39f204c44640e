import type { Reader } from '#src/grammar/take.ts';
import { onlyTrips } from '#src/refusal.ts';

/** The words for what is counted; the first is the usual one. */
export const trips = new Set(['trips', 'trip', 'journey', 'journeys']);

/** Reads what is counted from `at`: trips, which is all that there is; anything else becomes a problem. */
export function readMeasure(at: number, { passage, draft }: Reader): number {
  const typed = passage.words[at]?.folded ?? '';
  if (!trips.has(typed)) draft.problems.push((suggest) => onlyTrips(typed, suggest.any));
  return at + 1;
}
