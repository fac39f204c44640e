import type { Mode } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { givenTwice } from '#src/refusal.ts';

/** The kinds of transport that are counted together, in the order of the release; none where all are. */
export function settleModes({ draft, suggest, lexicon }: Asked): Settled<readonly Mode[]> {
  const named = new Set(draft.modes.map(({ mode }) => mode));
  const isLoose = draft.modes.some(
    ({ mode, joint }, i) =>
      i > 0 && joint === undefined && !draft.modes.slice(0, i).some((one) => one.mode === mode),
  );
  if (isLoose || (named.has(undefined) && named.size > 1))
    return refused(givenTwice('mode', suggest.any));
  const { modes } = lexicon.vocabulary;
  const chosen = modes.filter((mode) => named.has(mode));
  return settled(chosen.length === modes.length ? [] : chosen);
}
