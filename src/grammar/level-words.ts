import { fold } from '#src/grammar/words.ts';

/** Kinds of place by their folded name, in the singular or the plural. */
export type LevelWords = {
  readonly levels: ReadonlyMap<string, string>;
  readonly plurals: ReadonlySet<string>;
};

/** Names for one kind of place: a release that has the one is asked with the other too. */
const synonyms: Readonly<Record<string, string>> = { nation: 'country', country: 'nation' };

/** The words for each of these levels. */
export function levelWords(levels: Iterable<string>): LevelWords {
  const own = new Map([...levels].map((level) => [fold(level), level]));
  const others = [...own].flatMap(([word, level]): [string, string][] => {
    const other = synonyms[word];
    return other === undefined || own.has(other) ? [] : [[other, level]];
  });
  const singular = [...others, ...own];
  const plural = singular.map(([word, level]): [string, string] => [pluralOf(word), level]);
  return {
    levels: new Map([...plural, ...singular]),
    plurals: new Set(plural.map(([word]) => word)),
  };
}

/** The English plural of a word or of the last of several: "countries", "districts". */
export function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
