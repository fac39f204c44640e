import type { Lexicon } from '#src/grammar/lexicon.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';

/** The text around what is completed. */
export type Around = { readonly before: string; readonly after: string };

/**
 * How something fits into a question. `tail`: what must be typed after it: nothing where the question can be asked with it, a comma where one more of
 * a list is needed, a space where something else is. `isPlain`: nothing is guessed or ignored. `asked`: the question that comes of it.
 */
export type Fit = {
  readonly tail: '' | ',' | ' ';
  readonly isPlain: boolean;
  readonly asked: string;
};

/** How a question may go on: with one of `others` after a comma, or at its end with one of `endings`. */
export type GoingOn = { readonly others: readonly string[]; readonly endings: readonly string[] };

/** How `insert` fits between the texts around it, which the grammar itself is asked. Undefined where no question comes of it. */
export function fitOf(
  insert: string,
  { before, after }: Around,
  { others, endings }: GoingOn,
  lexicon: Lexicon,
): Fit | undefined {
  return (
    read(`${before}${insert}${after}`, '', lexicon) ??
    first(others, (other) => read(`${before}${insert},${other}${after}`, ',', lexicon)) ??
    first(endings, (ending) =>
      ending === '' ? undefined : read(`${before}${insert}${after}${ending}`, ' ', lexicon),
    )
  );
}

function read(text: string, tail: Fit['tail'], { vocabulary }: Lexicon): Fit | undefined {
  const parsed = parseAsk(text, vocabulary);
  if (parsed.kind === 'refused') return undefined;
  const { ask, notes } = parsed.reading;
  return {
    tail,
    isPlain: notes.length === 0,
    get asked() {
      return usage(ask, vocabulary);
    },
  };
}

/** The first that is found for any of these texts. */
export function first<T>(
  texts: readonly string[],
  find: (text: string) => T | undefined,
): T | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
