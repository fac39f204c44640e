import type { Ask } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Tier } from './access-config.ts';
import { checkAsk, type AskReason } from './check-ask.ts';

/** Why a question may not be asked, and the tier by which it was judged. `noTier`: there is none, so nothing may be asked. */
export type TierDenial =
  | { readonly reason: AskReason; readonly tier: Tier }
  | { readonly reason: 'noTier'; readonly tier: undefined };

/** Checks a question against several tiers, any of which may allow it: why none does, by the first of them. */
export function checkByAny(
  ask: Ask,
  tiers: readonly Tier[],
  vocabulary: Vocabulary,
): TierDenial | undefined {
  const [first, ...others] = tiers;
  if (first === undefined) return { reason: 'noTier', tier: undefined };
  const reason = checkAsk(ask, first, vocabulary);
  if (reason === undefined) return undefined;
  const isAllowed = others.some((tier) => checkAsk(ask, tier, vocabulary) === undefined);
  return isAllowed ? undefined : { reason, tier: first };
}
