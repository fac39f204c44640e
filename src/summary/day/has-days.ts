import type { DayFinding } from '#src/day-finding.ts';

/** Whether any day may be shown; if not, the answer shows weeks. */
export const hasDays = ({ days }: DayFinding): boolean =>
  days.some(({ trips }) => trips.kind === 'published');
