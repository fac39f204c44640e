import type { Draft } from '#src/grammar/draft.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import type { Suggestions } from '#src/grammar/suggestions.ts';

/** A draft being settled. `text`: the whole question; `suggest`: examples about the first place named. */
export type Asked = {
  readonly draft: Draft;
  readonly text: string;
  readonly suggest: Suggestions;
  readonly lexicon: Lexicon;
};
