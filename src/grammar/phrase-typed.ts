import { fold } from '#src/grammar/words.ts';

/** Words as far as they are typed, folded. `isOpen`: the last of them may go on. */
export type PhraseTyped = { readonly phrase: string; readonly isOpen: boolean };

/** What is typed of a name: a space after the last word ends it. */
export function phraseTyped(text: string): PhraseTyped {
  return { phrase: fold(text), isOpen: !/\s$/u.test(text) };
}
