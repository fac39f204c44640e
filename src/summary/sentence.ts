/**
 * One value as it is said. `from` is its place in the finding (a JSON pointer), `value` what stands there:
 * every number and name in a sentence can be traced to a protected cell.
 */
export type Fact = {
  readonly shown: string;
  readonly from: string;
  readonly value: string | number;
};

/** Words with the facts they hold, in order. */
export type Sentence = { readonly text: string; readonly facts: readonly Fact[] };

type Piece = Fact | Sentence | string;

const textOf = (piece: Piece): string =>
  typeof piece === 'string' ? piece : 'text' in piece ? piece.text : piece.shown;

const factsOf = (piece: Piece): readonly Fact[] =>
  typeof piece === 'string' ? [] : 'text' in piece ? piece.facts : [piece];

/** Joins fixed words and facts. Fixed words may hold no digit: a number is always a fact. Throws otherwise, which is a bug. */
export function say(words: TemplateStringsArray, ...pieces: readonly Piece[]): Sentence {
  const fixed = [...words, ...pieces.filter((piece) => typeof piece === 'string')];
  if (fixed.some((part) => /\d/u.test(part)))
    throw new Error('a number in fixed words: make it a fact');
  const text = words
    .map((part, index) => part + (index in pieces ? textOf(pieces[index] ?? '') : ''))
    .join('');
  return { text, facts: pieces.flatMap(factsOf) };
}

/** Words in a sentence, by spaces. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => word !== '').length;
