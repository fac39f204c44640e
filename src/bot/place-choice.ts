import type { Area } from '#src/area.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { phraseTyped } from '#src/grammar/phrase-typed.ts';
import { placeOption } from '#src/grammar/place-option.ts';
import { placeValue } from '#src/grammar/place-value.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Choice } from '#src/slack-port.ts';

const longest = 75;

/** A place in a menu. `query`: what was typed to find it. */
export function placeChoice(area: Area, query: string, vocabulary: Vocabulary): Choice {
  const lexicon = lexiconOf(vocabulary);
  const { label, hint } = placeOption(area, phraseTyped(query.trimEnd()), lexicon);
  return { value: placeValue(area, lexicon.gazetteer, longest), label, hint };
}
