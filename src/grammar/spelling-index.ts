/** Folded spellings by their length and by their first word: what a phrase can be near, without a look at the rest. */
export type SpellingIndex = {
  readonly byLength: ReadonlyMap<number, readonly string[]>;
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
};

export function indexSpellings(spellings: Iterable<string>): SpellingIndex {
  const distinct = [...new Set(spellings)];
  return {
    byLength: Map.groupBy(distinct, ({ length }) => length),
    byFirstWord: Map.groupBy(distinct, firstWord),
  };
}

/** The spellings whose length is within `limit` of the phrase's. */
export function* likeInLength(
  phrase: string,
  limit: number,
  { byLength }: SpellingIndex,
): Iterable<string> {
  for (let length = phrase.length - limit; length <= phrase.length + limit; length += 1)
    yield* byLength.get(length) ?? [];
}

/** The spellings that start with the same word. */
export function likeInFirstWord(phrase: string, { byFirstWord }: SpellingIndex): readonly string[] {
  return byFirstWord.get(firstWord(phrase)) ?? [];
}

function firstWord(phrase: string): string {
  const space = phrase.indexOf(' ');
  return space < 0 ? phrase : phrase.slice(0, space);
}
