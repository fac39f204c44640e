import type { PolicyEvent } from '#src/policy-event.ts';
import { isBarrier } from '#src/statistics/events-in-force.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';

/** Events of the kinds that comparisons of the place do not reach across, ascending. */
export const barriersOf = ({ touching, settings }: TrendInput): readonly PolicyEvent[] =>
  touching
    .filter((event) => isBarrier(event, settings.barrierKinds))
    .toSorted((a, b) => a.date.localeCompare(b.date));
