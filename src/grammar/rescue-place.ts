import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Draft, Unknown } from '#src/grammar/draft.ts';
import { findLoosely, type Found, placesNear } from '#src/grammar/find-place.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { phraseOf, typedOf } from '#src/grammar/passage.ts';
import { noPlace } from '#src/grammar/problems.ts';
import { takePlace } from '#src/grammar/take.ts';

/**
 * In a question that names no place, looks for one among the words that meant nothing: the beginning of a name, or one edit away.
 * Where a place was named, other words are left alone: most of them are only near a name by chance.
 */
export function rescuePlace(draft: Draft, lexicon: Lexicon): Draft {
  const stretches = draft.unknown.flatMap(stretchesOf);
  for (const stretch of stretches) {
    const found = findIn(stretch, lexicon);
    if (found === undefined) continue;
    const rescued: Draft = {
      ...draft,
      unknown: draft.unknown.flatMap((run) => without(run, stretch)),
    };
    takePlace(found, typedOf(stretch.passage, stretch.from, stretch.to), {
      passage: stretch.passage,
      lexicon,
      draft: rescued,
      isHead: false,
    });
    return rescued;
  }
  return guess(stretches, draft, lexicon);
}

/** A run of words, whole and then word by word. */
function stretchesOf(run: Unknown): readonly Unknown[] {
  const words = Array.from({ length: run.to - run.from }, (_, i) => ({
    ...run,
    from: run.from + i,
    to: run.from + i + 1,
  }));
  return words.length > 1 ? [run, ...words] : words;
}

function findIn({ passage, from, to }: Unknown, { gazetteer }: Lexicon): Found | undefined {
  const phrase = phraseOf(passage, from, to);
  const isTooShort = phrase.length < 5 || roleOf(phrase) !== undefined;
  return isTooShort ? undefined : findLoosely(phrase, gazetteer);
}

/** No place was found: a name further off is worth a question. */
function guess(stretches: readonly Unknown[], draft: Draft, lexicon: Lexicon): Draft {
  for (const { passage, from, to } of stretches) {
    const near = placesNear(phraseOf(passage, from, to), lexicon.gazetteer);
    if (near.length === 0) continue;
    draft.problems.push(noPlace(typedOf(passage, from, to), lexicon, near));
    return draft;
  }
  return draft;
}

function without(run: Unknown, stretch: Unknown): readonly Unknown[] {
  if (run.passage !== stretch.passage || stretch.from < run.from || stretch.to > run.to)
    return [run];
  return [
    { ...run, to: stretch.from },
    { ...run, from: stretch.to },
  ].filter(({ from, to }) => to > from);
}
