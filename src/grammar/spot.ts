import type { Lexicon } from '#src/grammar/lexicon.ts';
import { gapBefore, type Passage, reachOf, typedOf } from '#src/grammar/passage.ts';
import { type Finder, type Meaning, spanOf } from '#src/grammar/span.ts';

/** One thing understood: what it is, and how many words it took. */
export type Spotted = { readonly length: number } & Meaning;

const longestName = 10;

/** What a list of finders found in a passage: at each word, and in each span by its words. */
type Seen = {
  readonly words: Map<number, Spotted | undefined>;
  readonly spans: Map<string, Meaning | undefined>;
};

/** A word is looked at from several sides, and a text may repeat itself; a passage never changes. */
const seen = new WeakMap<Passage, Map<readonly Finder[], Seen>>();

/** The longest stretch of words from `at` that means something to one of `finders`, tried in their order. */
export function spot(
  passage: Passage,
  at: number,
  finders: readonly Finder[],
  lexicon: Lexicon,
): Spotted | undefined {
  const before = seenBy(finders, passage);
  const meaningOf = (to: number) =>
    // All that a finder sees of a span follows from these.
    remembered(
      before.spans,
      `${at === 0} ${gapBefore(passage, to)} ${typedOf(passage, at, to)}`,
      () => {
        const span = spanOf(passage, at, to);
        for (const find of finders) {
          const meaning = find(span, lexicon);
          if (meaning !== undefined) return meaning;
        }
        return undefined;
      },
    );
  return remembered(before.words, at, () => longestFrom(passage, at, meaningOf));
}

function longestFrom(
  passage: Passage,
  at: number,
  meaningOf: (to: number) => Meaning | undefined,
): Spotted | undefined {
  if (at >= passage.words.length) return undefined;
  for (let length = reachOf(passage, at, longestName); length > 0; length -= 1) {
    const meaning = meaningOf(at + length);
    if (meaning !== undefined) return { ...meaning, length };
  }
  return undefined;
}

function seenBy(finders: readonly Finder[], passage: Passage): Seen {
  const ofPassage = seen.get(passage) ?? new Map<readonly Finder[], Seen>();
  const known = ofPassage.get(finders) ?? { words: new Map(), spans: new Map() };
  seen.set(passage, ofPassage.set(finders, known));
  return known;
}

/** What was found before, or is found now. */
function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  // A key that is there has a value, which may be undefined.
  if (known.has(key)) return known.get(key) as V;
  const found = find();
  known.set(key, found);
  return found;
}
