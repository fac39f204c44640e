import type { Lexicon } from '#src/grammar/lexicon.ts';
import { type Passage, reachOf } from '#src/grammar/passage.ts';
import { type Finder, type Meaning, type Span, spanOf } from '#src/grammar/span.ts';

/** One thing understood: what it is, and how many words it took. */
export type Spotted = { readonly length: number } & Meaning;

const longestName = 10;

/** What was found in a passage: at each word by each list of finders, and in each span by each finder. */
type Seen = {
  readonly words: Map<readonly Finder[], Map<number, Spotted | undefined>>;
  readonly spans: Map<Finder, Map<string, Meaning | undefined>>;
};

/** A word is looked at from several sides, and a text may repeat itself; a passage never changes. */
const seen = new WeakMap<Passage, Seen>();

/** The longest stretch of words from `at` that means something to one of `finders`, tried in their order. */
export function spot(
  passage: Passage,
  at: number,
  finders: readonly Finder[],
  lexicon: Lexicon,
): Spotted | undefined {
  const before = seen.get(passage) ?? { words: new Map(), spans: new Map() };
  seen.set(passage, before);
  return remembered(innerOf(before.words, finders), at, () =>
    longestFrom(passage, at, (span) => {
      // All that a finder sees of a span follows from these.
      const key = `${span.isFirst} ${span.isCut} ${span.typed}`;
      for (const find of finders) {
        const known = innerOf(before.spans, find);
        const meaning = remembered(known, key, () => find(span, lexicon));
        if (meaning !== undefined) return meaning;
      }
      return undefined;
    }),
  );
}

function longestFrom(
  passage: Passage,
  at: number,
  meaningOf: (span: Span) => Meaning | undefined,
): Spotted | undefined {
  if (at >= passage.words.length) return undefined;
  for (let length = reachOf(passage, at, longestName); length > 0; length -= 1) {
    const meaning = meaningOf(spanOf(passage, at, at + length));
    if (meaning !== undefined) return { ...meaning, length };
  }
  return undefined;
}

function innerOf<A, B, C>(outer: Map<A, Map<B, C>>, key: A): Map<B, C> {
  const inner = outer.get(key) ?? new Map<B, C>();
  outer.set(key, inner);
  return inner;
}

/** What was found before, or is found now. */
function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  // A key that is there has a value, which may be undefined.
  if (known.has(key)) return known.get(key) as V;
  const found = find();
  known.set(key, found);
  return found;
}
