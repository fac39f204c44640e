import type { Area } from '#src/area.ts';
import type { CompareAsk } from '#src/grammar/ask.ts';

/** Places side by side, and nothing else asked of them. */
export function plainCompare(places: readonly Area[]): CompareAsk {
  return {
    command: 'compare',
    places,
    modes: [],
    since: undefined,
    until: undefined,
    show: undefined,
  };
}
