import type { Tier } from '#src/access/access-config.ts';
import { checkByAny } from '#src/access/check-by-any.ts';
import { onePerCode } from '#src/grammar/one-per-code.ts';
import { plainTrend } from '#src/grammar/plain-trend.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Refusal } from '#src/refusal.ts';
import type { View } from './views.ts';

/** What somebody asked for and was not shown, for the audit. `reason`: more closely. `ask`: the question as the program writes it. */
export type Refused = {
  readonly decision: Refusal['kind'];
  readonly reason: string | undefined;
  readonly ask: string | undefined;
};

/** The views that were refused. */
export const refusedViews = (views: readonly View[]): readonly Refused[] =>
  views.flatMap((view) =>
    view.kind === 'refused'
      ? [{ decision: view.refusal.kind, reason: view.reason, ask: view.question }]
      : [],
  );

/** A place that an address asks for by its code and that the tiers do not reach. Codes of no place are nobody's data. */
export function refusedPlaces(
  search: URLSearchParams,
  tiers: readonly [Tier, ...Tier[]],
  vocabulary: Vocabulary,
): readonly Refused[] {
  const codes = new Set(search.getAll('area'));
  return onePerCode(vocabulary.areas).flatMap((area) => {
    if (!codes.has(area.code)) return [];
    const ask = plainTrend(area);
    const denial = checkByAny(ask, tiers, vocabulary);
    const isPlace = denial?.reason === 'areas' || denial?.reason === 'level';
    return isPlace
      ? [{ decision: 'notPermitted', reason: denial.reason, ask: usage(ask, vocabulary) }]
      : [];
  });
}
