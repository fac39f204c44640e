import type { Mode } from '#src/grammar/ask.ts';
import { isSuspect, type Role, roleOf } from '#src/grammar/connecting-words.ts';
import { findExactly, findLoosely, findMisspelt, type Found } from '#src/grammar/find-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import { type Passage, phraseOf, typedOf } from '#src/grammar/passage.ts';
import { type DateFound, readDate } from '#src/grammar/read-date.ts';

/** One thing understood: what it is, and how many words it took. `repaired`: after one edit. */
export type Spotted = { readonly length: number } & Meaning;

type Meaning =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'place'; readonly found: Found }
  | { readonly kind: 'date'; readonly found: DateFound }
  | { readonly kind: 'event'; readonly slug: string; readonly repaired: boolean }
  | { readonly kind: 'mode'; readonly mode: Mode | undefined; readonly repaired: boolean };

/**
 * What may be meant by some words. A small word of a question is never repaired into a name;
 * one at either end of a span does not begin a name either.
 */
type Span = {
  readonly phrase: string;
  readonly typed: string;
  readonly words: number;
  readonly hasSmallEnd: boolean;
};
type Finder = (span: Span, lexicon: Lexicon) => Meaning | undefined;

const longestName = 10;
/** As in "19th of January, 2022". */
const longestDate = 4;

/** The longest stretch of words from `at` that means something to one of `finders`, tried in their order. */
export function spot(
  passage: Passage,
  at: number,
  finders: readonly Finder[],
  lexicon: Lexicon,
): Spotted | undefined {
  const most = Math.min(longestName, passage.words.length - at);
  for (let length = most; length > 0; length -= 1) {
    const span = spanOf(passage, at, at + length);
    for (const find of finders) {
      const meaning = find(span, lexicon);
      if (meaning !== undefined) return { ...meaning, length };
    }
  }
  return undefined;
}

function spanOf(passage: Passage, from: number, to: number): Span {
  const ends = [passage.words[from], passage.words[to - 1]];
  return {
    phrase: phraseOf(passage, from, to),
    typed: typedOf(passage, from, to),
    words: to - from,
    hasSmallEnd: ends.some((word) => isSmall(word?.folded ?? '')),
  };
}

function isRepairable({ words, hasSmallEnd }: Span): boolean {
  return words > 1 || !hasSmallEnd;
}

function isSmall(word: string): boolean {
  const found = roleOf(word);
  return found !== undefined && !isSuspect(found);
}

const connective: Finder = ({ phrase }, { levels }) => {
  const found = roleOf(phrase) ?? (levels.has(phrase) ? ({ kind: 'filler' } as const) : undefined);
  return found && !isSuspect(found) ? { kind: 'role', role: found } : undefined;
};

const suspect: Finder = ({ phrase }) => {
  const found = roleOf(phrase);
  return found && isSuspect(found) ? { kind: 'role', role: found } : undefined;
};

const date: Finder = ({ typed, words }, { vocabulary }) => {
  const found = words <= longestDate && /\d/.test(typed) ? readDate(typed, vocabulary) : undefined;
  return found && { kind: 'date', found };
};

const event: Finder = ({ phrase }, { slugs }) => {
  const slug = slugs.get(phrase);
  return slug === undefined ? undefined : { kind: 'event', slug, repaired: false };
};

const misspeltEvent: Finder = (span, { slugs }) => {
  const isLong = span.phrase.length > 4 && isRepairable(span);
  const [near, another] = isLong ? misspellingOf(span.phrase, slugs.keys(), 1) : [];
  const slug = near === undefined || another !== undefined ? undefined : slugs.get(near);
  return slug === undefined ? undefined : { kind: 'event', slug, repaired: true };
};

const mode: Finder = ({ phrase }, { modes }) => {
  const found =
    modes.get(phrase) ??
    modes.get(phrase.replace(/e?s$/, '')) ??
    modes.get(phrase.replace(/s$/, ''));
  return found && { kind: 'mode', mode: found, repaired: false };
};

const misspeltMode: Finder = (span, { modes }) => {
  const isLong = span.phrase.length > 3 && isRepairable(span);
  const [near, another] = isLong ? misspellingOf(span.phrase, modes.keys(), 1) : [];
  const found = near === undefined || another !== undefined ? undefined : modes.get(near);
  return found && { kind: 'mode', mode: found, repaired: true };
};

const everyMode: Finder = ({ phrase }) =>
  phrase === 'all' || roleOf(phrase)?.kind === 'everyMode'
    ? { kind: 'mode', mode: undefined, repaired: false }
    : undefined;

const place: Finder = ({ phrase }, { gazetteer }) => {
  const found = findExactly(phrase, gazetteer);
  return found && { kind: 'place', found };
};

const misspeltPlace: Finder = (span, { gazetteer }) => {
  const found = isRepairable(span) ? findMisspelt(span.phrase, gazetteer) : undefined;
  return found && { kind: 'place', found };
};

const loosePlace: Finder = (span, lexicon) => {
  if (span.hasSmallEnd) return misspeltPlace(span, lexicon);
  const found = findLoosely(span.phrase, lexicon.gazetteer);
  return found && { kind: 'place', found };
};

/** One word is too little to repair where anything may stand. */
const longMisspelt =
  (find: Finder): Finder =>
  (span, lexicon) =>
    span.words > 1 ? find(span, lexicon) : undefined;

/** What each slot of a question may hold; `anything` is free text. */
export const finders = {
  anything: [
    connective,
    date,
    event,
    mode,
    place,
    longMisspelt(misspeltEvent),
    longMisspelt(misspeltPlace),
    suspect,
  ],
  place: [place, loosePlace],
  when: [date, event, misspeltEvent],
  mode: [mode, everyMode, misspeltMode],
} as const satisfies Record<string, readonly Finder[]>;
