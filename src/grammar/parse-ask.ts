import { asFlows } from '#src/grammar/as-flows.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import type { Parsed } from '#src/grammar/parsed.ts';
import { readDraft } from '#src/grammar/read-draft.ts';
import { settle } from '#src/grammar/settle.ts';
import { suggestionsFor } from '#src/grammar/suggestions.ts';
import { unescaped } from '#src/grammar/slack-escapes.ts';
import { visible } from '#src/grammar/visible-text.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { nothingAsked, tooLong } from '#src/refusal.ts';

/** Longer texts are no questions. */
export const longestQuestion = 500;

/** Reads any text whatever as a question: `[command] key:value …` or free text. Never throws. */
export function parseAsk(text: string, vocabulary: Vocabulary): Parsed {
  const lexicon = lexiconOf(vocabulary);
  const { any } = suggestionsFor(undefined, lexicon);
  const typed = unescaped(text);
  if (typed.length > longestQuestion)
    return { kind: 'refused', refusal: tooLong(longestQuestion, any) };
  const plain = visible(typed);
  return plain === ''
    ? { kind: 'refused', refusal: nothingAsked(any) }
    : settle(readDraft(asFlows(plain), lexicon), plain, lexicon);
}
